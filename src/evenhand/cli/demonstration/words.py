"""What invented people wrote: sentences for each compartment, none of them about anybody."""

ISSUES = {
    "refusal_to_assess": (
        "Why the council says that there is not enough evidence for an assessment.",
        "The school’s support is not enough, and the council has not seen the last two reports.",
    ),
    "refusal_to_issue_plan": (
        "The reports ask for help that the school cannot give without a plan.",
        "The council says that the school can meet all needs. We do not think so.",
    ),
    "plan_contents": (
        "Speech therapy is written as “access to” and not as hours.",
        "The school that is named, and how our child gets there.",
    ),
    "refusal_to_reassess": ("So much has changed since the last assessment.",),
    "refusal_to_amend": ("The review asked for changes and the council made none.",),
    "ceasing_to_maintain": ("The plan is to end while the course still runs.",),
}
HEALTH_WANTED = (
    "Weekly occupational therapy for sensory needs.",
    "A nurse who can train the school in epilepsy care.",
    "Speech and language therapy, with a review each term.",
)
ADVICE_NOTES = (
    "Calm call. Wants time to talk with the school first.",
    "Had read the letter carefully. Asked twice about the last day to appeal; told it is in the letter from us too.",
    "English is not the first language; spoke slowly, will send it in writing as well.",
    "Worried about who pays. Told that it costs the family nothing.",
)
CALL_NOTES = (
    "Rang at the time asked for. No answer.",
    "Number rang out.",
    "Spoke with a grandparent, said only that I would ring again.",
)
CALL_PUT_RIGHT = "That was the number of another family. Rang the right one: engaged."
FAMILY_NOTES = (
    "Ask about the report from the hospital. Do not forget the bus.",
    "We could live with two hours a week if it begins in September.",
    "Do not let them talk about last year again.",
)
BODY_NOTES = (
    "Panel would look again if the educational psychologist’s report were on file.",
    "No budget beyond the band without the head of service.",
    "Placement team: one place left from September.",
)
MEDIATOR_NOTES = (
    "Both sides want the assessment question settled before the summer. Start there.",
    "Parent spoke of tiredness; plan a break at the half hour.",
    "The authority can move on the timing, less on the amount.",
)
TO_MEDIATOR = (
    "Before we meet: we would rather not talk about the move of house.",
    "We do not want the head teacher to be blamed. Please help us to keep away from that.",
)
BODY_TO_MEDIATOR = (
    "We may have new evidence to show on the day. We should like a quarter of an hour before.",
)
OFFERS = (
    "We would accept a new decision by the end of term instead of an assessment today.",
    "Three hours a week now, six from September, looked at again after a term.",
)
JOINT = (
    "Both sides will bring the school’s record of support.",
    "The order of the day: what each side hopes for, the evidence, a break, what could be agreed.",
)
VIEWS = (
    "I like art and I do not like the noisy hall. I want to stay with my friends.",
    "Please do not talk about me as if I was not there. I want to say the last bit myself.",
)
CONCERNS = (
    "Said on the telephone that they are afraid to go home tonight. Told the lead at once by telephone too.",
)
COMPLAINTS = (
    "Nobody rang on the day that was promised, and I had taken the morning off work.",
    "The link to the meeting did not work, and we lost twenty minutes.",
)
ANSWERS = (
    "We are sorry. We have changed how calls are handed over, and you can now choose the time yourself.",
)
FEEDBACK = (
    "I felt listened to.",
    "Clear and kind. The dates were explained so that I could follow them.",
    "It took long to find a day, but the meeting itself was good.",
)
NEEDS = (
    "A break every half hour.",
    "Large print, and papers two days before.",
    "A room without steps, and somewhere quiet to wait.",
    "British Sign Language interpreter.",
)
PLACES = (
    "The Old Library, 2 Example Street. Step-free from the yard.",
    "Family Centre, 40 Example Road. Parking behind the building.",
)
WHAT = {
    "assess": "Carry out an EHC needs assessment",
    "reassess": "Assess again",
    "issue_plan": "Make an EHC plan",
    "amend_contents": "Write speech and language therapy into section F as hours a week",
    "amend_placement": "Name Alder Bank in section I from the new term",
    "continue_plan": "Keep the plan going until the end of the course",
    "other": "Send the family the notes of the last review",
}
"""What an agreement says, by the kind of thing agreed."""
SETTLES = {
    "refusal_to_assess": "assess",
    "refusal_to_issue_plan": "issue_plan",
    "plan_contents": "amend_contents",
    "refusal_to_reassess": "reassess",
    "refusal_to_amend": "amend_contents",
    "ceasing_to_maintain": "continue_plan",
}
"""The kind of thing agreed that settles each kind of decision."""
LETTER = """{council}

{day}

Dear parent or carer,

We have decided about your request. The reasons are set out below, with your right to appeal and the address of the
mediation service.

Every word of this letter is invented. It belongs to a demonstration of Evenhand.
"""

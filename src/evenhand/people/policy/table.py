"""The table itself: twenty kinds of information by fourteen roles. Everything that asks who may do what asks this.

What it decides where a condition alone would leave a doubt:

* Contact details are read by the authority's officer as two narrower parts, each a lot of its own: the name, and the
  family's address for letters. The commissioning body reads names only.
* A message in confidence lies in the compartment of the party who speaks with the mediator, the mediator's answer
  with it. The mediator reads what was sent to them. So a new mediator reads neither the messages nor the notes of
  the one before, nor the offers and the child's views that went to the one before.
* A decider reads offers that are the authority's own or were sent to it, as the officer does: an offer that a mediator
  is still holding has been sent to no one else.
* A supporter reads offers that were sent to the supporter too, and so never those of the other side alone.
* Of what lies in a shared compartment a supporter or an advice service reads on the permission of the family that it
  helps; nobody else can give it.
* A commissioning body's own safeguarding lead is told outside the case; in the case it does nothing.
* `approve` on a certificate is issuing it; for the manager, withdrawing one that is wrong.
* In a shared compartment "write" is adding to it: who may correct whose words is a matter of the history, where a
  correction is a new event.
"""

from evenhand.people.policy.conditions import Cell, When
from evenhand.people.policy.kinds import DataClass as D
from evenhand.people.roles import Role

Table = dict[tuple[Role, D], Cell]

_ALWAYS, _OWN, _INVITED = (When.ALWAYS,), (When.OWN,), (When.IF_INVITED,)
_OWN_OR_SENT = (When.OWN, When.SENT)

none = Cell()
read = Cell(read=_ALWAYS)
keep = Cell(read=_ALWAYS, write=_ALWAYS)
add_only = Cell(write=_ALWAYS)
own = Cell(read=_OWN)
own_keep = Cell(read=_OWN, write=_OWN)
own_add = Cell(write=_OWN)
own_invited = Cell(read=(When.OWN_IF_INVITED,), write=(When.OWN_IF_INVITED,))
own_released = Cell(read=(When.OWN, When.IF_RELEASED), write=_OWN)
invited = Cell(read=_INVITED)
invited_keep = Cell(read=_INVITED, write=_INVITED)
permitted = Cell(read=(When.ON_PERMISSION,))
released = Cell(read=(When.IF_RELEASED,))
if_health = Cell(read=(When.IF_HEALTH,))
if_child = Cell(read=(When.IF_CHILD_AGREES,))
exists = Cell(read=(When.METADATA,))
glass = Cell(read=(When.BREAK_GLASS,))
exists_glass = Cell(read=(When.METADATA, When.BREAK_GLASS))
counts = Cell(read=(When.AGGREGATE,))

officer_contact = Cell(read=(When.OWN, When.SERVICE_ADDRESS, When.NAME), write=_OWN)
icb_contact = Cell(read=(When.OWN, When.NAME), write=_OWN)
answers = Cell(read=(When.SENT,), write=(When.SENT,))
sent_child = Cell(read=(When.SENT,), write=_ALWAYS)
offers = Cell(read=_OWN_OR_SENT, write=_OWN)
offers_sign = Cell(read=_OWN_OR_SENT, write=_OWN, approve=_OWN)
sent_invited = Cell(read=(When.SENT_IF_INVITED,))
agrees = Cell(read=_ALWAYS, approve=_ALWAYS)
agrees_party = Cell(read=_INVITED, approve=_INVITED)
its_actions = Cell(read=(When.IF_RELEASED,), note="only the actions that are theirs, if everyone agrees")
issues = Cell(read=_ALWAYS, write=_ALWAYS, approve=_ALWAYS)
withdraws = Cell(read=_ALWAYS, approve=_ALWAYS, note="may only withdraw one that is wrong")
lead = Cell(read=(When.IF_LEAD,), write=(When.IF_LEAD,))
category = Cell(read=(When.AGGREGATE,), note="only how cases ended")
published = Cell(read=(When.AGGREGATE,), note="the published tables")
own_area = Cell(read=(When.AGGREGATE,), note="their own area")
own_work = Cell(read=(When.AGGREGATE,), note="their own work")
contract = Cell(read=(When.AGGREGATE,), note="the service that they pay for")
certificate_check = Cell(read=(When.VERIFY,), note="number, state, days, council and kind; no name")
seal_check = Cell(read=(When.VERIFY,), note="one number that seals all the records")

# fmt: off
_ROWS: dict[D, tuple[Cell, ...]] = {
    #                     parent       young person supporter     setting      officer          decider
    #                     commissioning body        adviser       mediator     manager          advice service
    #                     service commissioner      public        system administrator
    D.CONTACT_DETAILS:   (own_keep,    own_keep,    own_keep,     own_keep,    officer_contact, read,
                          icb_contact,              keep,         read,        read,            permitted,
                          none,                     none,         none),
    D.CHILD_IDENTITY:    (keep,        keep,        invited,      invited,     read,            read,
                          if_health,                keep,         read,        exists,          permitted,
                          none,                     none,         none),
    D.DECISION_LETTER:   (keep,        keep,        invited,      none,        keep,            read,
                          if_health,                read,         read,        exists,          permitted,
                          none,                     none,         none),
    D.ADVISER_RECORD:    (own,         own,         none,         none,        none,            none,
                          none,                     keep,         permitted,   glass,           permitted,
                          none,                     none,         none),
    D.MEDIATION_ISSUES:  (keep,        keep,        invited,      invited,     read,            read,
                          if_health,                keep,         read,        exists,          permitted,
                          none,                     none,         none),
    D.FAMILY_PRIVATE:    (own_keep,    own_keep,    permitted,    none,        none,            none,
                          none,                     none,         permitted,   none,            permitted,
                          none,                     none,         none),
    D.BODY_PRIVATE:      (none,        none,        none,         none,        own_keep,        own_keep,
                          own_keep,                 none,         permitted,   none,            none,
                          none,                     none,         none),
    D.MESSAGE_TO_MEDIATOR:
                         (own_keep,    own_keep,    permitted,    own_invited, own_keep,        own_keep,
                          own_keep,                 none,         answers,     none,            none,
                          none,                     none,         none),
    D.MEDIATOR_NOTES:    (none,        none,        none,         none,        none,            none,
                          none,                     none,         own_keep,    exists_glass,    none,
                          none,                     none,         none),
    D.JOINT_NOTES:       (keep,        keep,        invited,      invited,     keep,            keep,
                          invited_keep,             exists,       keep,        exists,          permitted,
                          none,                     none,         none),
    D.CHILDS_VIEWS:      (if_child,    keep,        permitted,    none,        released,        released,
                          released,                 add_only,     sent_child,  none,            none,
                          none,                     none,         none),
    D.OFFERS:            (offers,      offers,      sent_invited, none,        offers,          offers_sign,
                          offers_sign,              none,         offers,      none,            none,
                          none,                     none,         none),
    D.AGREEMENT:         (agrees,      agrees,      invited,      its_actions, read,            agrees,
                          agrees_party,             exists,       keep,        exists,          permitted,
                          category,                 none,         none),
    D.CERTIFICATE:       (read,        read,        permitted,    none,        read,            read,
                          if_health,                issues,       issues,      withdraws,       permitted,
                          counts,                   certificate_check, none),
    D.DATES:             (read,        read,        invited,      invited,     read,            read,
                          read,                     keep,         keep,        read,            permitted,
                          counts,                   none,         exists),
    D.ACCESS_NEEDS:      (own_keep,    own_keep,    own_keep,     own_keep,    own_released,    own_released,
                          own_released,             keep,         read,        read,            permitted,
                          none,                     none,         none),
    D.SAFEGUARDING:      (add_only,    add_only,    add_only,     add_only,    add_only,        none,
                          none,                     keep,         keep,        lead,            add_only,
                          none,                     none,         none),
    D.FEEDBACK:          (own_keep,    own_keep,    own_add,      own_add,     own_add,         own_add,
                          own_add,                  none,         none,        keep,            none,
                          counts,                   none,         none),
    D.STATISTICS:        (published,   published,   published,    published,   own_area,        counts,
                          own_area,                 none,         own_work,    own_work,        counts,
                          contract,                 published,    none),
    D.AUDIT:             (own,         own,         own,          own,         own,             own,
                          own,                      own,          own,         exists,          none,
                          none,                     seal_check,   exists),
}
# fmt: on

TABLE: Table = {
    (role, data_class): cell
    for data_class, cells in _ROWS.items()
    for role, cell in zip(Role, cells, strict=True)
}
"""The cell of each role and kind of information; every pair is there."""

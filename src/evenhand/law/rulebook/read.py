"""What was read, and where: the pages and the stored copies of the law, with the key that notes give them."""

from typing import Any


class Source:
    """One thing that was read: its key, whether it is the text of the law or a page about it, and where."""

    __slots__ = ("key", "kind", "where")

    def __init__(self, key: str, kind: str, where: str) -> None:
        self.key, self.kind, self.where = key, kind, where

    def as_data(self) -> dict[str, Any]:
        """The source as data."""
        return {"key": self.key, "kind": self.kind, "where": self.where}


TEXT, PAGE = "the text", "a page that can be relied on"

READ = (
    Source(
        "LG-REG",
        TEXT,
        "SEND Regulations 2014, whole, as they stood on 1 April 2015 and on 3 April 2018; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-CFA",
        TEXT,
        "Children and Families Act 2014, sections 51 to 60 and 83, in the wording before and after 1 July 2022; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-359",
        TEXT,
        "SI 2015/359, whole: the amendments of 23 March 2015; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-2096",
        TEXT,
        "SI 2014/2096, whole: it changed reg 20 only; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-471",
        TEXT,
        "SI 2020/471, whole: the coronavirus relaxations; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-2128",
        TEXT,
        "Tribunal Procedure (Amendment No. 3) Rules 2014; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-651",
        TEXT,
        "Tribunal Procedure (Amendment) Rules 2020; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-2698",
        TEXT,
        "Upper Tribunal Rules 2008, for parallel wording only; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-1306",
        TEXT,
        "SI 2017/1306: recommendations; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-1033",
        TEXT,
        "SI 2012/1033: exclusions, in the wording of 2020; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "LG-EQA",
        TEXT,
        "Equality Act 2010, Schedule 17, in a wording after 2021; a public copy of legislation.gov.uk, the repository legalize-dev/legalize-uk on GitHub",
    ),
    Source(
        "S1",
        TEXT,
        'http://www.legislation.gov.uk./uksi/2014/1530/part/2/crossheading/mediation/made (regs 32, 33, start of 34, as made) and https://legislation.gov.uk/cy/uksi/2014/1530/part/2/crossheading/mediation (current: "no known outstanding effects")',
    ),
    Source(
        "S2",
        TEXT,
        "https://legislation.gov.uk/uksi/2014/1530/regulation/42/2014-09-01/data.htm?view=plain (reg 42 whole)",
    ),
    Source(
        "S3",
        TEXT,
        "https://www.legislation.gov.uk/cy/uksi/2014/1530/part/2/crossheading/appeals/2014-09-01 (reg 43 start; this version superseded 23/03/2015)",
    ),
    Source(
        "S4",
        TEXT,
        "https://legislation.gov.uk/id/uksi/2015/359/regulation/8/b?timeline=false (SI 2015/359 reg 8 → reg 45)",
    ),
    Source(
        "S5",
        TEXT,
        "http://www.legislation.gov.uk./uksi/2014/1530/regulation/2?view=plain and .../part/1/data.xht (reg 2 definitions)",
    ),
    Source(
        "S6",
        TEXT,
        "https://legislation.gov.uk/id/uksi/2014/1530?view=plain+extent (contents list; regs 2A, 18A exist)",
    ),
    Source(
        "S7",
        TEXT,
        "https://legislation.gov.uk/ukpga/2014/6/part/3/crossheading/appeals-mediation-and-dispute-resolution?timeline=false&view=extent and .../enacted (s.51)",
    ),
    Source(
        "S8",
        TEXT,
        "https://legislation.gov.uk/id/ukpga/2014/6/section/56?timeline=false&view=extent (s.56 whole)",
    ),
    Source(
        "S9",
        TEXT,
        "https://www.legislation.gov.uk/ukpga/2014/6/notes/division/4/3/12/2 (Explanatory Notes 264–266, s.52)",
    ),
    Source(
        "S10",
        TEXT,
        "http://www.legislation.gov.uk./ukpga/2014/6/notes/division/4/3/12/7?view=plain (Explanatory Notes 273–277, s.57)",
    ),
    Source(
        "S11", TEXT, "https://www.legislation.gov.uk/uksi/2008/2699/article/20/data.html (HESC Rules r.20)"
    ),
    Source(
        "S12",
        PAGE,
        "https://www.mentalhealthlaw.co.uk/index.php?diff=prev&oldid=59639&title=Text%3ATribunal_rule_12 (HESC r.12, 2020 change shown)",
    ),
    Source(
        "S13",
        PAGE,
        "https://www.mentalhealthlaw.co.uk/Text:Upper_Tribunal_rule_12 (UT r.12 – different wording!)",
    ),
    Source(
        "S14",
        PAGE,
        "https://www.doughtystreet.co.uk/news/upper-tribunal-finds-first-tier-tribunal-rule-12-3-health-education-and-social-care-chamber ; https://docslib.org/doc/685829/ashdown-house-school-v-jkl-anor-hs1322-2019",
    ),
    Source(
        "S15",
        PAGE,
        "https://www.mentalhealthlaw.co.uk/Tribunal_Procedure_(Amendment_No._3)_Rules_2014 ; .../Tribunal_Procedure_(Amendment)_Rules_2015 (r.19 leave)",
    ),
    Source(
        "S16",
        PAGE,
        "https://www.ipsea.org.uk/faqs/my-local-authoritys-decision-letter-is-dated-1-october-and-my-mediation-certificate-is-dated-29-november-are-there-any-special-rules-about-when-appeals-must-be-submitted-over-the-christmas-period-are-there-other-times-when-the-deadline-changes",
    ),
    Source("S17", PAGE, "https://www.ipsea.org.uk/the-mediation-process"),
    Source("S18", PAGE, "https://www.ipsea.org.uk/mediation-what-you-need-to-do"),
    Source(
        "S19",
        PAGE,
        "https://www.ipsea.org.uk/faqs/i-want-to-appeal-sections-b-and-f-of-my-childs-ehc-plan-do-i-need-to-go-to-mediation-first",
    ),
    Source("S20", PAGE, "https://www.ipsea.org.uk/model-letter-23 (mediation agreement breach)"),
    Source("S21", PAGE, "https://www.ipsea.org.uk/how-to-submit-an-appeal-general-advice"),
    Source(
        "S22",
        PAGE,
        "https://www.ipsea.org.uk/faqs/the-deadline-for-my-appeal-to-be-made-has-passed-am-i-too-late-to-try-to-appeal",
    ),
    Source(
        "S23",
        PAGE,
        "https://sendadvicesurrey.org.uk/information-advice-and-support/mediation/ (wording supplied by SENDIST itself)",
    ),
    Source(
        "S24",
        PAGE,
        "https://www.ipsea.org.uk/kumar-v-lb-hillingdon-rev-12020-ewhc-3362-admin ; http://iclr.co.uk/document/2020007934/casereport_3cab9330-94a7-4c44-b177-cf3dc650886f/html ; https://localgovernmentlawyer.co.uk/education-law/394-education-news/45590-...",
    ),
    Source("S25", PAGE, "https://sensationalfamilies.org.uk/resources/27-mediation"),
    Source(
        "S26",
        PAGE,
        "https://www.essexsendiass.co.uk/parents-and-carers/education-health-and-care-plans/mediation/",
    ),
    Source(
        "S27", PAGE, "https://sendfamilymagic.mykajabi.com/blog/appeal-guidance (quotes reg 44(1),(2)(a)–(c))"
    ),
    Source(
        "S28",
        PAGE,
        "https://www.ipsea.org.uk/ba-r-on-the-application-of-v-nottinghamshire-county-council-2021-ewhc-1348-admin (reg 44(2)(e),(f))",
    ),
    Source(
        "S29",
        PAGE,
        "https://gov.uk/government/publications/time-limits-for-complying-with-a-send-tribunal-decision-send18/carry-out-an-order-in-special-educational-needs-cases",
    ),
    Source(
        "S30",
        PAGE,
        "https://www.sendadvicesurrey.org.uk/information-advice-and-resources/appeals/withdrawingstopping-an-appeal ; .../consent-orders-and-agreements (the second quotes the OLD reg 45)",
    ),
    Source(
        "S31",
        PAGE,
        "https://www.ipsea.org.uk/what-happens-after-i-submit-my-appeal-settlement-or-withdrawal-of-appeals",
    ),
    Source(
        "S32",
        PAGE,
        "https://gov.uk/government/publications/changes-to-the-law-on-education-health-and-care-needs-assessments-and-plans-due-to-coronavirus/annex-a-details-of-the-amendments-to-the-existing-regulations",
    ),
    Source("S33", TEXT, "https://legislation.gov.uk/uksi/2017/1306/note?timeline=false&view=extent"),
    Source(
        "S34",
        PAGE,
        "https://beta.bailii.org/uk/cases/UKUT/AAC/2014/4.html (CM v Surrey CC [2014] UKUT 4 (AAC))",
    ),
    Source(
        "S35",
        PAGE,
        "https://swarb.co.uk/dodds-v-walker-hl-1981/ ; https://www.estatesgazette.co.uk/legal/e-j-riley-investments-ltd-v-eurostile-holdings-ltd",
    ),
    Source(
        "S36",
        TEXT,
        "http://www.legislation.gov.uk./ukpga/2010/15/schedule/17/enacted/data.xht?view=snippet&wrap=true (Equality Act 2010 Sch 17 paras 3–5)",
    ),
    Source("S37", PAGE, "https://www.ipsea.org.uk/procedure-for-disability-discrimination-claims"),
    Source(
        "S38",
        PAGE,
        "https://www.lgo.org.uk/decisions/education/special-educational-needs/22-011-513 ; .../24-002-373 ; .../23-015-863 ; https://www.lgo.org.uk/make-a-complaint/fact-sheets/education/special-educational-needs",
    ),
    Source(
        "S39",
        PAGE,
        "https://www.hants.gov.uk/educationandlearning/educationinclusionservice/exclusion/aftercommittee ; https://suffolksendiass.co.uk/education/school-exclusion/permanent-exclusion/independent-review-panel-irp ; https://schoolexclusionproject.com/outcome/",
    ),
    Source(
        "S40",
        PAGE,
        "https://westsussexsendias.org/complaints/ ; https://westsussexsendias.org/complaints-to-the-lgsco/",
    ),
    Source(
        "S41",
        PAGE,
        "https://caselaw.nationalarchives.gov.uk/ukut/aac/2024/179 (MM v RB Greenwich [2024] UKUT 179) ; https://supportsendkids (Q&A site)/question/1644874947549",
    ),
    Source("S42", PAGE, "GitHub, HMCTS prototype: SEND35 model + service-design note"),
    Source(
        "S43",
        PAGE,
        "https://www.liaiselincolnshire.org.uk/tribunals/attendance-case-review-form (SEND11, SEND45) ; https://sendadvicesurrey.org.uk/appeals-process-how-to-complete-a-send-7-request-for-change/ ; https://www.ipsea.org.uk/faqs/after-i-made-my-appeal-my-la-agreed-to-make-the-changes-i-was-asking-for-in-sections-b-and-f-what-do-i-need-to-do (SEND46)",
    ),
    Source(
        "S44",
        PAGE,
        "https://www.iasmanchester.org/case-study-17-what-happens-when-mediation-does-not-take-place-within-30-days",
    ),
    Source(
        "S45",
        PAGE,
        "https://www.releasingpotential.com/mediation/send-faqs/ ; http://www.releasingpotential.com/mediation/what-to-expect-at-send-mediation/",
    ),
    Source(
        "S46",
        PAGE,
        "https://prime-send.co.uk/documents/send-mediation-process ; https://prime-send.co.uk/training",
    ),
    Source("S47", PAGE, "https://collismediationltd.com/mediation/send-mediation"),
    Source(
        "S48",
        PAGE,
        "https://www.kids.org.uk/send-mediation ; https://kids.org.uk/mediation-home/for-families ; https://livewellsouthend.com/directory-record/3078/kids-send-mediation-and-disagreement-resolution-service",
    ),
    Source(
        "S49",
        PAGE,
        "https://www.dorsetsendiass.co.uk/global-mediation/ ; https://lincolnshire.fsd.org.uk/kb5/lincs/fsd/service.page?id=mUumgDnSzIU&familychannel=2_8 ; https://www.globalmediation.co.uk/opportunities-with-global-mediation/",
    ),
    Source(
        "S50",
        PAGE,
        "https://civilmediation.org/send-register-information-for-mediators/ ; https://vdocument.in/professional-standards-for-mediators-working-with-special-1112018-there.html ; https://www.sendpathfinder.co.uk/professional-standards-for-mediators-working-with-send ; https://nnpcf.org.uk/category/sendap/send-implementation-plan/",
    ),
    Source(
        "S51",
        PAGE,
        "https://www.localgovernmentlawyer.co.uk/education-law/394-education-news/99790-government-proposes-greater-role-for-mediation-in-send-disputes-with-tribunal-as-backstop ; https://www.wardhadaway.com/?p=88156",
    ),
    Source(
        "S52",
        PAGE,
        "https://www.forbessolicitors.co.uk/articles/the-king-announces-education-for-all-bill ; https://www.policythreads.co.uk/issue/education-for-all-bill/",
    ),
    Source(
        "S53",
        PAGE,
        "https://schoolsweek.co.uk/requests-for-ehcps-soar-again-new-data-shows/ ; https://parallelparliament.co.uk/question/1562/special-educational-needs-appeals",
    ),
    Source(
        "S54",
        PAGE,
        "https://www.parliamenttoday.com/free/viewnews.html?id=170523 ; https://www.parliamenttoday.com/members/viewnews.html?id=165063 ; https://www.brownejacobson.com/insights/send-tribunal-data-released",
    ),
    Source(
        "S55",
        PAGE,
        "https://ukaji.org/2017/05/23/review-of-arrangements-for-disagreement-resolution-send-part-2-impact-of-compulsory-mediation-information-on-appeals-to-the-first-tier-tribunal-send/ ; https://angliacaretrust.org.uk/2021/10/send-mediation-statistics/ ; https://gardencourtmediation.co.uk/the-balance-of-power-the-right-to-a-lawyer-at-mediation/",
    ),
    Source(
        "S56",
        PAGE,
        "https://d3tenders.com/contract/?ocid=ocds-h6vhtk-06bc87 (Rotherham) ; https://d3tenders.com/contract/?ocid=ocds-h6vhtk-068358 (Hillingdon) ; North Yorkshire Executive report 17 Mar 2026 ; https://edemocracy.northyorks.gov.uk/ieDecisionDetails.aspx?ID=2374",
    ),
    Source("S57", PAGE, "https://www.sendandyou.org.uk/mediation/ (Code 11.13, 11.14, 11.31)"),
    Source(
        "S58",
        TEXT,
        "https://legislation.gov.uk/uksi/2015/62/regulation/18/made/data.html ; https://legislation.gov.uk/cy/uksi/2015/62/made (Detained Persons Regs 2015)",
    ),
    Source(
        "S59", PAGE, "https://www.northyorks.gov.uk/mediation-and-send-information-advice-and-support-service"
    ),
    Source(
        "S60",
        PAGE,
        "https://dcs.leicester.gov.uk/send-local-offer/.../mediation ; https://www.sen4you.co.uk/our-services/mediation-disagreement-resolution.html",
    ),
    Source("S61", PAGE, "https://sossen.org.uk/mediation/"),
    Source(
        "S62", PAGE, "https://questions-statements.parliament.uk/written-questions/detail/2022-05-17/3735/"
    ),
    Source(
        "S63",
        PAGE,
        "https://pdfslide.net/documents/send-tribunal-single-route-of-redress-national-trial-single-route-of-redress-national.html (DfE Dec 2020) ; https://www.westminsteriass.co.uk/.../tribunal-pilot-health-and-social-care-provision",
    ),
)

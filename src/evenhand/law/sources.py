"""Every provision that the rules rest on, each marked with how sure we are of its text.

Read on 22 November 2026 from stored copies of legislation.gov.uk and, where no text was to be had, from
pages that state the rule; `docs/law/sources.md` says which. The marks are the reading's own: a provision
is `VERIFIED` only where its words were seen.
"""

from .citations import SECONDARY, UNVERIFIED, Instrument

LAW_AS_AT = "2026-11-22"
"""The day up to which the rulebook has been checked."""

_GOV = "https://www.legislation.gov.uk"

ACT = Instrument(
    "cfa-2014",
    "Children and Families Act 2014",
    f"{_GOV}/ukpga/2014/6",
    "2014-09-01",
    "section",
    "/section/",
)
REGULATIONS = Instrument(
    "send-regs-2014",
    "Special Educational Needs and Disability Regulations 2014",
    f"{_GOV}/uksi/2014/1530",
    "2014-09-01",
    "regulation",
    "/regulation/",
)
RULES = Instrument(
    "hesc-rules-2008",
    "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008",
    f"{_GOV}/uksi/2008/2699",
    "2008-11-03",
    "rule",
    "/article/",
)
RECOMMENDATIONS = Instrument(
    "recommendations-regs-2017",
    "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017",
    f"{_GOV}/uksi/2017/1306",
    "2018-04-03",
    "regulation",
    "/regulation/",
)
EQUALITY_ACT = Instrument(
    "equality-act-2010",
    "Equality Act 2010",
    f"{_GOV}/ukpga/2010/15",
    "2010-10-01",
    "Schedule 17, paragraph",
    "",
)
CODE = Instrument(
    "send-code-2015",
    "SEND Code of Practice (January 2015)",
    "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
    "2015-04-01",
    "paragraph",
)

# Children and Families Act 2014
S20 = ACT.at("20", UNVERIFIED)
S36_1 = ACT.at("36(1)", UNVERIFIED)
S36_5 = ACT.at("36(5)", UNVERIFIED)
S42 = ACT.at("42", SECONDARY)
S44_2 = ACT.at("44(2)", UNVERIFIED)
S51_1 = ACT.at("51(1)")
S51_2 = ACT.at("51(2)")
S51_3 = ACT.at("51(3)")
S51_5 = ACT.at("51(5)")
S51_6 = ACT.at("51(6)")
S51_7 = ACT.at("51(7)")
S52_1 = ACT.at("52(1)")
S52_2 = ACT.at("52(2)")
S52_3 = ACT.at("52(3)")
S52_4 = ACT.at("52(4)")
S53_2 = ACT.at("53(2)")
S53_3 = ACT.at("53(3)")
S53_4 = ACT.at("53(4)")
S53_5 = ACT.at("53(5)")
S54_2 = ACT.at("54(2)")
S54_3 = ACT.at("54(3)")
S55_2 = ACT.at("55(2)")
S55_3 = ACT.at("55(3)")
S55_4 = ACT.at("55(4)")
S55_5 = ACT.at("55(5)")
S56_1 = ACT.at("56(1)")
S56_2 = ACT.at("56(2)")
S56_3 = ACT.at("56(3)")
S57_1 = ACT.at("57(1)")
S57_2 = ACT.at("57(2)")
S57_3 = ACT.at("57(3)")
S57_4 = ACT.at("57(4)")
S57_5 = ACT.at("57(5)")
S57_6 = ACT.at("57(6)")
S57_7 = ACT.at("57(7)")
S57_8 = ACT.at("57(8)")
S57_9 = ACT.at("57(9)")
S57_10 = ACT.at("57(10)")
S57_11 = ACT.at("57(11)")
S58 = ACT.at("58", until="2019-03-12")
S59 = ACT.at("59")
S70 = ACT.at("70", SECONDARY)
S80 = ACT.at("80(6)")
S83_2 = ACT.at("83(2)")
EXPLANATORY_NOTES_273 = ACT.at("57 (Explanatory Notes, paragraphs 273 to 277)", page="57")

# SEND Regulations 2014
REG_2 = REGULATIONS.at("2")
REG_5_3 = REGULATIONS.at("5(3)")
REG_10_3 = REGULATIONS.at("10(3)")
REG_13_3 = REGULATIONS.at("13(3)")
REG_14_2 = REGULATIONS.at("14(2)")
REG_20_11 = REGULATIONS.at("20(11)")
REG_21_10 = REGULATIONS.at("21(10)")
REG_22_5 = REGULATIONS.at("22(5)")
REG_25_2 = REGULATIONS.at("25(2)")
REG_27_1 = REGULATIONS.at("27(1)")
REG_28 = REGULATIONS.at("28")
REG_31_3 = REGULATIONS.at("31(3)")
REG_32 = REGULATIONS.at("32")
REG_32_A = REGULATIONS.at("32(a)")
REG_32_B = REGULATIONS.at("32(b)")
REG_32_C = REGULATIONS.at("32(c)")
REG_32_D = REGULATIONS.at("32(d)")
REG_32_E = REGULATIONS.at("32(e)")
REG_32_F = REGULATIONS.at("32(f)")
REG_33 = REGULATIONS.at("33")
REG_34_1 = REGULATIONS.at("34(1)")
REG_34_2 = REGULATIONS.at("34(2)")
REG_34_3 = REGULATIONS.at("34(3)")
REG_35_2 = REGULATIONS.at("35(2)")
REG_35_3 = REGULATIONS.at("35(3)")
REG_35_4 = REGULATIONS.at("35(4)")
REG_36_2 = REGULATIONS.at("36(2)")
REG_37_1 = REGULATIONS.at("37(1)")
REG_37_2 = REGULATIONS.at("37(2)")
REG_38_1 = REGULATIONS.at("38(1)")
REG_38_1_A = REGULATIONS.at("38(1)(a)")
REG_38_1_B = REGULATIONS.at("38(1)(b)")
REG_38_1_C = REGULATIONS.at("38(1)(c)")
REG_38_1_D = REGULATIONS.at("38(1)(d)")
REG_38_1_E = REGULATIONS.at("38(1)(e)")
REG_38_2 = REGULATIONS.at("38(2)")
REG_38_3 = REGULATIONS.at("38(3)")
REG_39_1 = REGULATIONS.at("39(1)")
REG_39_2 = REGULATIONS.at("39(2)")
REG_39_3 = REGULATIONS.at("39(3)")
REG_40 = REGULATIONS.at("40")
REG_41_1 = REGULATIONS.at("41(1)")
REG_41_2 = REGULATIONS.at("41(2)")
REG_42_1 = REGULATIONS.at("42(1)")
REG_42_2 = REGULATIONS.at("42(2)")
REG_42_3 = REGULATIONS.at("42(3)")
REG_42_4 = REGULATIONS.at("42(4)")
REG_42_5 = REGULATIONS.at("42(5)")
REG_43_2 = REGULATIONS.at("43(2)")
REG_44_2_A = REGULATIONS.at("44(2)(a)")
REG_44_2_B = REGULATIONS.at("44(2)(b)")
REG_44_2_C = REGULATIONS.at("44(2)(c)")
REG_44_2_D = REGULATIONS.at("44(2)(d)")
REG_44_2_E = REGULATIONS.at("44(2)(e)")
REG_44_2_F = REGULATIONS.at("44(2)(f)")
REG_44_2_G = REGULATIONS.at("44(2)(g)")
REG_44_2_H = REGULATIONS.at("44(2)(h)")
REG_44_3 = REGULATIONS.at("44(3)")
REG_45_1 = REGULATIONS.at("45(1)")
REG_45_2 = REGULATIONS.at("45(2)")
REG_45_3 = REGULATIONS.at("45(3)", since="2015-03-23")
REG_45_3A = REGULATIONS.at("45(3A)", since="2015-03-23")
REG_45_4 = REGULATIONS.at("45(4)", since="2015-03-23")
REG_45_5 = REGULATIONS.at("45(5)", since="2015-03-23")
REG_45_6 = REGULATIONS.at("45(6)", since="2015-03-23")
REG_45_6A = REGULATIONS.at("45(6A)", since="2015-03-23")
REG_45_7 = REGULATIONS.at("45(7)")
REG_45_AS_MADE = REGULATIONS.at("45 as first made", SECONDARY, until="2015-03-22", page="45/made")
REG_64 = REGULATIONS.at("64")
REG_64_2 = REGULATIONS.at("64(2)")
SCHEDULE_3 = Instrument(
    "send-regs-2014-schedules",
    "Special Educational Needs and Disability Regulations 2014",
    f"{_GOV}/uksi/2014/1530",
    "2014-09-01",
    "Schedule",
    "/schedule/",
).at("3")
SI_2015_359 = Instrument(
    "send-amendment-regs-2015",
    "Special Educational Needs and Disability (Amendment) Regulations 2015",
    f"{_GOV}/uksi/2015/359",
    "2015-03-23",
    "regulation",
    "/regulation/",
)
SI_2015_359_7 = SI_2015_359.at("7")
SI_2015_359_8 = SI_2015_359.at("8")
DETAINED_18 = Instrument(
    "detained-regs-2015",
    "Special Educational Needs and Disability (Detained Persons) Regulations 2015",
    f"{_GOV}/uksi/2015/62",
    "2015-04-01",
    "regulation",
    "/regulation/",
).at("18")
HEALTH_AND_CARE_ACT = Instrument(
    "hca-2022",
    "Health and Care Act 2022 (in force on 1 July 2022)",
    f"{_GOV}/ukpga/2022/31",
    "2022-07-01",
    "",
).at("", UNVERIFIED)
SI_2020_471 = Instrument(
    "send-coronavirus-regs-2020",
    "Special Educational Needs and Disability (Coronavirus) (Amendment) Regulations 2020",
    f"{_GOV}/uksi/2020/471",
    "2020-05-01",
    "regulation",
    "/regulation/",
).at("5", until="2020-09-25")

# The Tribunal's Rules
RULE_1_3 = RULES.at("1(3)", SECONDARY)
RULE_5_3 = RULES.at("5(3)(a)", SECONDARY)
RULE_12_1 = RULES.at("12(1)")
RULE_12_2 = RULES.at("12(2)")
RULE_12_3 = RULES.at("12(3)", since="2020-07-21")
RULE_12_3_OLD = RULES.at("12(3) as it stood to 20 July 2020", until="2020-07-20", page="12")
RULE_12_3A = RULES.at("12(3A)", since="2020-07-21")
RULE_12_3_B = RULES.at("12(3)(b)", since="2014-09-01")
RULE_12_4 = RULES.at("12(4)", SECONDARY)
RULE_17 = RULES.at("17")
RULE_17_2 = RULES.at("17(2)(c)", since="2014-09-01")
RULE_19 = RULES.at("19", since="2014-09-01")
RULE_19_2 = RULES.at("19(2)", since="2014-09-01")
RULE_20_1_C = RULES.at("20(1)(c)", since="2014-09-01")
RULE_20_2 = RULES.at("20(2)", SECONDARY)
RULE_20_3 = RULES.at("20(3)", since="2014-09-01")
RULE_20_4 = RULES.at("20(4)", UNVERIFIED)
RULE_20_5 = RULES.at("20(5)", UNVERIFIED)
RULE_21 = RULES.at("21", SECONDARY)
FORMS = Instrument("send-forms", "First-tier Tribunal (SEND)", None, "2014-09-01", "form")
SEND35 = FORMS.at("SEND35")
SEND35A = FORMS.at("SEND35A")
SEND4A = FORMS.at("SEND4A")
SEND4B = FORMS.at("SEND4B", SECONDARY)
SEND26A = FORMS.at("SEND26A", SECONDARY)
SEND26B = FORMS.at("SEND26B", SECONDARY)
SEND7 = FORMS.at("SEND7")
SEND11 = FORMS.at("SEND11")
SEND45 = FORMS.at("SEND45")
SEND46 = FORMS.at("SEND46")

# Recommendations about health and social care
RECS_3 = RECOMMENDATIONS.at("3")
RECS_4 = RECOMMENDATIONS.at("4")
RECS_6_3 = RECOMMENDATIONS.at("6(3)")
RECS_7_1 = RECOMMENDATIONS.at("7(1)")

# The other routes
EQUALITY_3 = EQUALITY_ACT.at("3", page="/schedule/17")
EQUALITY_4_1 = EQUALITY_ACT.at("4(1)", page="/schedule/17")
EQUALITY_4_2 = EQUALITY_ACT.at("4(2) (omitted)", page="/schedule/17")
EQUALITY_4_3 = EQUALITY_ACT.at("4(3)", page="/schedule/17")
EQUALITY_4_5 = EQUALITY_ACT.at("4(5)", page="/schedule/17")
EQUALITY_5 = EQUALITY_ACT.at("5", page="/schedule/17")
EQUALITY_13 = EQUALITY_ACT.at("13", page="/schedule/17")
ASHDOWN = Instrument(
    "ashdown-house-2019",
    "Ashdown House School v JKL (Upper Tribunal, 2019, HS/1322/2019)",
    None,
    "2019-08-01",
    "",
).at("", SECONDARY)
LGA_1974 = Instrument(
    "lga-1974",
    "Local Government Act 1974",
    f"{_GOV}/ukpga/1974/7",
    "2008-04-01",
    "section",
    "/section/",
)
S26_6 = LGA_1974.at("26(6)(a)", SECONDARY)
S26B = LGA_1974.at("26B")
EDUCATION_ACT_1996 = Instrument(
    "ea-1996", "Education Act 1996", f"{_GOV}/ukpga/1996/56", "1996-11-01", "section", "/section/"
)
S8 = EDUCATION_ACT_1996.at("8", UNVERIFIED)
S496 = EDUCATION_ACT_1996.at("496", UNVERIFIED)
S497 = EDUCATION_ACT_1996.at("497", UNVERIFIED)
S497A = EDUCATION_ACT_1996.at("497A", UNVERIFIED)
SCHOOL_COMPLAINTS = Instrument(
    "ea-2002", "Education Act 2002", f"{_GOV}/ukpga/2002/32", "2003-09-01", "section", "/section/"
).at("29", UNVERIFIED)
NHS_COMPLAINTS = Instrument(
    "nhs-complaints-2009",
    "Local Authority Social Services and National Health Service Complaints (England) Regulations 2009",
    f"{_GOV}/uksi/2009/309",
    "2009-04-01",
    "regulation",
    "/regulation/",
).at("12", UNVERIFIED)
CARE_COMPLAINTS = Instrument(
    "ca-1989", "Children Act 1989", f"{_GOV}/ukpga/1989/41", "1991-10-14", "section", "/section/"
).at("26", UNVERIFIED)
EXCLUSIONS = Instrument(
    "exclusion-regs-2012",
    "School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012",
    f"{_GOV}/uksi/2012/1033",
    "2012-09-01",
    "regulation",
    "/regulation/",
)
EXCLUSION_6 = EXCLUSIONS.at("6")
EXCLUSION_7 = EXCLUSIONS.at("7")
EXCLUSION_REVIEW = EXCLUSIONS.at("7 and Schedule 1", SECONDARY, page="7")
ADMISSION_CODE = Instrument(
    "admission-appeals-code",
    "School Admission Appeals Code",
    "https://www.gov.uk/government/publications/school-admissions-appeals-code",
    "2012-02-01",
    "paragraph",
).at("2.1", UNVERIFIED, page="")
CIVIL_RULES = Instrument(
    "cpr-1998",
    "Civil Procedure Rules 1998",
    f"{_GOV}/uksi/1998/3132",
    "2000-10-02",
    "rule",
    "/rule/",
)
CPR_54_5 = CIVIL_RULES.at("54.5", SECONDARY)
CPR_3_1 = CIVIL_RULES.at("3.1(2)(a)", UNVERIFIED)
OFSTED_COMPLAINTS = Instrument(
    "ofsted-complaints",
    "Education Act 2005",
    f"{_GOV}/ukpga/2005/18",
    "2007-09-01",
    "section",
    "/section/",
).at("11A", UNVERIFIED)
KUMAR = Instrument(
    "kumar-2020",
    "R (Kumar) v London Borough of Hillingdon [2020] EWHC 3326 (Admin)",
    None,
    "2014-09-01",
    "",
).at("")
DODDS = Instrument("dodds-1981", "Dodds v Walker [1981] 1 WLR 1027", None, "1981-06-25", "").at("")
CM_SURREY = Instrument(
    "cm-surrey-2014", "CM v Surrey County Council [2014] UKUT 4 (AAC)", None, "2014-01-01", ""
).at("")
MM_GREENWICH = Instrument(
    "mm-greenwich-2024",
    "MM v Royal Borough of Greenwich [2024] UKUT 179 (AAC)",
    "https://caselaw.nationalarchives.gov.uk/ukut/aac/2024/179",
    "2024-01-01",
    "",
).at("")
STANDARDS = Instrument(
    "send-mediator-standards-2018",
    "Professional Standards for Mediators Working with SEND (Civil Mediation Council and College of Mediators, "
    "version 1.1, November 2018)",
    "https://civilmediation.org/send-register-information-for-mediators/",
    "2018-11-01",
    "",
).at("")

# The Code, which the authority must have regard to
CODE_11_1 = CODE.at("11.1", page="")
CODE_11_6 = CODE.at("11.6", page="")
CODE_11_7 = CODE.at("11.7", page="")
CODE_11_8 = CODE.at("11.8", page="")
CODE_11_9 = CODE.at("11.9", page="")
CODE_11_10 = CODE.at("11.10", page="")
CODE_11_12 = CODE.at("11.12", page="")
CODE_11_13 = CODE.at("11.13", page="")
CODE_11_38 = CODE.at("11.38", SECONDARY, page="")
CODE_11_67 = CODE.at("11.67", page="")

"""Legal and placement statuses of children in the United Kingdom, as short codes.

Source: Children Act 1989 and 2002 terms for England and Wales, Children's Hearings (Scotland) Act 2011, Children
(Northern Ireland) Order 1995; badges as in genograms.md 4.1.
"""

STATUS_CODES: dict[str, str] = {
    "CIN": "child in need (section 17)",
    "S47": "child protection enquiries (section 47)",
    "CP": "child protection plan",
    "PLO": "pre-proceedings",
    "EPO": "emergency protection order",
    "PP": "police protection",
    "ICO": "interim care order",
    "CO": "care order",
    "SO": "supervision order",
    "S20": "accommodated by agreement (section 20)",
    "LAC": "looked after",
    "CIC": "child in care",
    "FC": "foster care",
    "K": "kinship or connected-person care",
    "RES": "children's home",
    "PWP": "placed with parents",
    "SEC": "secure home",
    "YOI": "young offenders' institution",
    "REM": "remand",
    "PO": "placement order",
    "AO": "adoption order",
    "SGO": "special guardianship order",
    "CAO": "child arrangements order",
    "PRO": "parental responsibility order or agreement",
    "NMO": "non-molestation or protective order",
    "UASC": "unaccompanied asylum-seeking child",
    "CL": "care leaver",
    "PF": "private fostering",
    "YC": "young carer",
    "EHCP": "education, health and care plan",
    "CSO": "compulsory supervision order (Scotland)",
    "KCO": "kinship care order (Scotland)",
}
"""Code to what it stands for."""

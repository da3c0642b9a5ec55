"""Words for days: months, weekdays, small numbers, parts of a month, and what is near to today."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    word: number
    for number, words in {
        1: "a an one", 2: "two couple", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve",
    }.items()
    for word in words.split()
}  # fmt: skip
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
DAY_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
END_OF_DAY = ("end of the day", "end of day", "end of play", "eod", "cob", "cop", "close of play", "close of business")
"""A time of a day; today where no other day is said: "COP Monday" is Monday."""
NEAR = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "this eve": 0, "this arvo": 0,
    "end of today": 0, "tomorrow": 1, "tmrw": 1, "2moro": 1, "tomoz": 1, "2moz": 1, "tmw": 1, "tomo": 1, "2mrw": 1,
    "tomorrow night": 1, "the day after tomorrow": 2, "day after tomorrow": 2, "yesterday": -1, "last night": -1,
    "the day before yesterday": -2, "day before yesterday": -2, "this time next week": 7, "this time tomorrow": 1,
}  # fmt: skip
"""What is said of a day near today to how many days on it is."""
PARTS = {"start": (1, 1), "beginning": (1, 1), "early": (1, 10), "first": (1, 7), "1st": (1, 7), "second": (8, 14),
         "2nd": (8, 14), "third": (15, 21), "3rd": (15, 21), "last": (25, 31), "mid": (15, 15), "middle": (15, 15),
         "late": (21, 31), "end": (31, 31), "e": (31, 31)}  # fmt: skip
"""Part of a month to the first and last day that it means; the last is the day by which."""

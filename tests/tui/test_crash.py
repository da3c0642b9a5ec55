"""When the program fails, what it says holds no names."""

import stat

from supervision_tui.tui.app_services import crash_report


def _failing(child):
    passphrase = "blue kettle harbour"
    raise ValueError(f"{child} {passphrase}")


def _caught():
    try:
        _failing("Robin Bell")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_never_what(tmp_path):
    words = crash_report.report(_caught())
    assert "ValueError" in words
    assert "_failing" in words
    assert "Robin" not in words
    assert "kettle" not in words
    assert str(tmp_path.home()) not in words


def test_a_report_is_for_its_owner_only(tmp_path):
    kept = crash_report.keep(_caught(), tmp_path / "reports")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_no_second_failure(tmp_path):
    (tmp_path / "file").write_text("")
    assert crash_report.keep(_caught(), tmp_path / "file" / "reports") is None
    assert "Open the program again" in crash_report.crash_message(None, "Everything is saved.")

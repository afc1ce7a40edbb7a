"""The story tells what it plays on, and a step that cannot be played is one that does not hold."""

from __future__ import annotations

from mirasapo.app import story
from mirasapo.app.story.stage import Inputs
from mirasapo.errors import NotReady


def test_without_the_real_data_it_uses_what_is_carried_and_says_so(monkeypatch):
    monkeypatch.setattr("mirasapo.app.story.stage.real_data", lambda: None)
    inputs = Inputs.at_hand()
    assert (inputs.register_rows, inputs.real) == (200, False)
    assert "同梱の登記データ 200 行" in inputs.said
    assert inputs.register.exists()
    assert inputs.gbizinfo.exists()


def test_real_data_are_read_in_place(monkeypatch, tmp_path):
    monkeypatch.setattr("mirasapo.app.story.stage.real_data", lambda: tmp_path)
    inputs = Inputs.at_hand()
    assert inputs.register.is_relative_to(tmp_path)
    assert (inputs.register_rows, inputs.real) == (16_593, True)


def test_what_was_seen_must_equal_what_was_expected():
    told = []

    def holds(_stage):
        """成り立つ段"""
        return {"件数": 1}, {"件数": 1}

    def differs(_stage):
        """違う段"""
        return [1, 2], [1]

    def refused(_stage):
        """断られる段"""
        raise NotReady("動いていません。", "", "起動してください。")

    def fails(_stage):
        """続けられない段"""
        raise KeyError("filing")

    outcomes = story.run(None, [holds, differs, refused, fails], told.append)
    assert [outcome.holds for outcome in outcomes] == [True, False, False, False]
    assert told == outcomes
    assert outcomes[1].line().startswith("× 違う段 | 期待: 1・2 | 実際: 1 |")
    assert outcomes[2].seen == "動いていません。起動してください。"
    assert set(outcomes[0].record()) == {"step", "expected", "seen", "holds", "ms"}

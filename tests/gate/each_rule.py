"""Each rule, and the beat of the bad chapter that it alone catches."""

EXPECTED = {  # the beats, each with the one rule that it breaks
    ("overlap", "text_over_text"),
    ("grey_on_grey", "text_contrast"),
    ("ten_pixels", "readable_size"),
    ("blinking", "flashes"),
    ("in_a_hurry", "caption_pace"),
    ("wrong_digit", "numeral_is_true"),
    ("from_nowhere", "numeral_has_source"),
    ("unproven", "ledger_agrees_with_oracle"),
    ("swapped", "entries_in_place"),
    ("a_term_too_few", "equation_adds_up"),
    ("too_early", "result_after_its_sum"),
    ("untold_rows", "shape_as_shown"),
    ("out_of_scale", "scale_in_proportion"),
    ("bent", "drawn_as_said"),
    ("muttered", "caption_as_written"),
    ("half_said", "every_line_said"),
    ("unlike", "same_words"),
    ("outside", "inside_the_frame"),
    ("in_the_band", "caption_band_is_free"),
    ("not_level", "common_baselines"),
    ("struck_out", "text_over_line"),
    ("too_faint", "graphic_contrast"),
    ("jumping", "beats_join"),
    ("set_by_latex", "no_latex"),
    ("gone_too_soon", "reading_time"),
    ("too_short", "beat_lengths"),
    ("too_long", "caption_times"),
    ("too_wide", "caption_fits"),
    ("not_in_the_font", "characters_in_font"),
}
ELSEWHERE = {  # those of no beat: the test that shows what each alone catches
    "chapter_length": "test_rules_alone.py::test_only_the_length_of_the_chapter",
    "film_length": "test_rules_alone.py::test_only_the_length_of_the_film",
    "palette_distance": "test_rules_alone.py::test_only_the_distance_of_two_hues",
    "delivered_as_drawn": "test_freshness.py::test_only_the_video_is_old",
    "kept_as_drawn": "test_freshness.py::test_only_what_is_kept_differs",
}
PIXELS = {"beats_join", "flashes", "graphic_contrast", "text_contrast"}
PLACELESS = {  # what has no place in the picture, and so no still
    *("beat_lengths", "caption_fits", "caption_pace", "caption_times", "every_line_said"),
    *("characters_in_font", "same_words"),
}

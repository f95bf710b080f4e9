"""The stages of feature fusion: what stands under what, and a fader that tells its weight."""

import pytest

from scenes.acts.feature_fusion.fader import Fader
from scenes.acts.feature_fusion.fusion_geometry import fitting, gallery_place
from scenes.acts.feature_fusion.map_mix_geometry import maps_place
from scenes.acts.feature_fusion.mixing_desk_geometry import desk_place
from scenes.acts.feature_fusion.pixel_mix_geometry import pixel_place
from scenes.kit.bar.ticks import reach_of
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box, to_pixels
from scenes.kit.ground.theme import NIGHT
from scenes.kit.stage.choices import chapter_class
from scenes.production.gate.performance import rehearse

SHAPES = [(30, 46), (40, 40), (90, 30), (1, 60)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("maps", [1, 4])
def test_everything_stays_inside(shape, maps):
    gallery, pixel = gallery_place(shape, maps), pixel_place(shape, maps)
    whole, desk = maps_place(shape, maps, 3), desk_place(shape, maps)
    boxes = [gallery.photo, *gallery.maps, pixel.photo, *pixel.maps, *pixel.patches, pixel.fused]
    boxes += [*whole.maps, *whole.fused, whole.photo, *desk.maps, desk.big, *desk.tracks]
    for box in boxes:
        assert frame.LEFT <= box.x < box.right <= frame.RIGHT
        assert frame.TOP <= box.y <= box.bottom <= frame.FLOOR


def test_pixels_are_whole_where_there_is_room():
    assert fitting(Box(0, 0, 300, 200), (30, 46)).width == 6 * 46
    assert fitting(Box(0, 0, 23, 200), (30, 46)).width == 23


def test_the_kernel_stands_above_the_result_and_the_maps_above_their_cells():
    place = pixel_place((30, 46), 4)
    assert place.kernel.cell(3, 0).centre[0] == place.result.cell(0, 0).centre[0]
    for k, box in enumerate(place.maps):
        assert box.centre[0] == place.left.cell(0, k).centre[0] == place.strip.slots[k]


def test_every_recipe_stands_above_its_map():
    place = maps_place((30, 46), 4, 3)
    for j, box in enumerate(place.fused):
        assert box.centre[0] == place.matrix.cell(0, j).centre[0]
    assert place.one.cell(0, 0) == place.matrix.cell(0, 0)
    assert place.band.bracket_box.right < place.fused[0].x


def test_no_brackets_are_left_when_the_weight_of_an_only_recipe_is_turned(tmp_path):
    line = "P2 40 2 255 " + " ".join(map(str, range(0, 160, 2)))
    (tmp_path / "steps.pgm").write_text(line + "\n", encoding="utf-8")
    path = tmp_path / "one.toml"
    path.write_text(
        'kind = "picture"\nname = "steps"\nimage = "steps.pgm"\n'
        '[[maps]]\nname = "itself"\nkernel = [[1]]\n'
        '[[recipes]]\nname = "twice"\nweights = [2]\n',
        encoding="utf-8",
    )
    played = rehearse(chapter_class("feature_fusion"), layer=path)
    (end,) = (each for each in played.settled if each.beat == "turn_the_recipe")
    around = maps_place((2, 40), 1, 1).one.bracket_box
    high = [each.box for each in end.shapes if each.box.height == pytest.approx(around.height)]
    assert not [box for box in high if around.grown(1).x <= box.x <= around.right + 1]


def test_a_knob_stands_at_its_weight():
    fader = Fader(NIGHT, NIGHT.hue(1), Box(100, 300, 400, 0), reach_of([0.5, -1.5]), 1.0)
    assert fader.reach == 2
    assert to_pixels(*fader.knob.get_center()[:2]) == pytest.approx((400, 300))
    fader.set_weight(-2.0)
    assert to_pixels(*fader.knob.get_center()[:2]) == pytest.approx((100, 300))
    assert [mark.text for mark in fader.marks(400, "reach")] == ["−2", "0", "2"]

from webapp.programme.layers import Place, Sizes, layers, placed

SIZES = Sizes(along=100, across=40, gap=30, label=50, slot=20, line=10, space=10)


def test_the_layer_of_a_box_is_the_longest_way_to_it() -> None:
    assert layers([(0, 1), (1, 2), (0, 2), (2, 3), (0, 4)]) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 1}


def test_a_chain_is_straight_and_what_comes_of_one_box_stands_side_by_side() -> None:
    places, routes = placed([(0, 1), (1, 2), (0, 3)], SIZES)
    assert places == {0: Place(0, 0, 40), 1: Place(1, 0, 40), 2: Place(2, 0, 40), 3: Place(1, 50, 40)}
    assert [route.runs for route in routes] == [(20, 20), (20, 20), (20, 70)]


def test_many_edges_into_one_box_come_in_beside_one_another_and_make_it_larger() -> None:
    places, routes = placed([(0, 1), (1, 9), (0, 2), (2, 9), (0, 3), (3, 9)], SIZES)
    assert places[9] == Place(2, 0, 60)
    assert [route.slot for route in routes[1::2]] == [0, 20, 40]


def test_an_edge_over_several_layers_passes_beside_the_boxes_between() -> None:
    places, routes = placed([(0, 1), (1, 2), (2, 3), (0, 3)], SIZES)
    assert places[3].layer == 3
    out, first, second, into = routes[-1].runs
    assert first == second > max(place.start + place.size for place in places.values())
    assert out == 20
    assert places[3].start < into < places[3].start + places[3].size

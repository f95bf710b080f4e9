"""The mathematics of the film: NumPy only, and nothing that draws."""

from mathcore.attention import AttentionTrace, causal_mask, chances_of_sums, trace_attention
from mathcore.cache import CacheTrace, Walk, count_misses, walk
from mathcore.cache_replay import fetches_of_lines, lines_held, terms_added
from mathcore.conv import ConvTrace, conv2d, fold, im2col, trace_conv2d
from mathcore.errors import EntryError, ExampleError, ShapeError, TraceSizeError
from mathcore.flattening import flatten
from mathcore.layer_file import files_of, kind_of, load_layer, named_files
from mathcore.layers import dense, relu, softmax
from mathcore.learning import Descent, gradient_descent
from mathcore.lines import printable, unprinted
from mathcore.matmul import MatmulTrace, Step, trace_matmul
from mathcore.numerals import format_number, format_percent
from mathcore.operations import Part, Transformer, count_multiplications, share_in_products
from mathcore.recipe_file.given_once import given_once
from mathcore.recipe_file.words import DEFAULT_WORDS
from mathcore.recipes import BOTTLES, LANGUAGES, Ingredient, Mixture, Names, Property, RecipeBook
from mathcore.rounding import round_shares
from mathcore.scene_numbers import NamedMatrix, NamedProduct, SceneNumbers, load_numbers
from mathcore.tasting import learn_recipes

__all__ = [
    "BOTTLES",
    "DEFAULT_WORDS",
    "LANGUAGES",
    "AttentionTrace",
    "CacheTrace",
    "ConvTrace",
    "Descent",
    "EntryError",
    "ExampleError",
    "Ingredient",
    "MatmulTrace",
    "Mixture",
    "NamedMatrix",
    "NamedProduct",
    "Names",
    "Part",
    "Property",
    "RecipeBook",
    "SceneNumbers",
    "ShapeError",
    "Step",
    "TraceSizeError",
    "Transformer",
    "Walk",
    "causal_mask",
    "chances_of_sums",
    "conv2d",
    "count_misses",
    "count_multiplications",
    "dense",
    "fetches_of_lines",
    "files_of",
    "flatten",
    "fold",
    "format_number",
    "format_percent",
    "given_once",
    "gradient_descent",
    "im2col",
    "kind_of",
    "learn_recipes",
    "lines_held",
    "load_layer",
    "load_numbers",
    "named_files",
    "printable",
    "relu",
    "round_shares",
    "share_in_products",
    "softmax",
    "terms_added",
    "trace_attention",
    "trace_conv2d",
    "trace_matmul",
    "unprinted",
    "walk",
]

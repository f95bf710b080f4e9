"""The mathematics of the film: NumPy only, and nothing that draws."""

from mathcore.conv import ConvTrace, conv2d, fold, im2col, trace_conv2d
from mathcore.errors import EntryError, ExampleError, ShapeError, TraceSizeError
from mathcore.layer_file import files_of, kind_of, load_layer
from mathcore.layers import dense, relu, softmax
from mathcore.learning import Descent, gradient_descent
from mathcore.matmul import MatmulTrace, Step, trace_matmul
from mathcore.numerals import format_number, format_percent
from mathcore.recipe_file.words import DEFAULT_WORDS
from mathcore.recipes import BOTTLES, LANGUAGES, Ingredient, Mixture, Names, Property, RecipeBook
from mathcore.tasting import learn_recipes

__all__ = [
    "BOTTLES",
    "DEFAULT_WORDS",
    "LANGUAGES",
    "ConvTrace",
    "Descent",
    "EntryError",
    "ExampleError",
    "Ingredient",
    "MatmulTrace",
    "Mixture",
    "Names",
    "Property",
    "RecipeBook",
    "ShapeError",
    "Step",
    "TraceSizeError",
    "conv2d",
    "dense",
    "files_of",
    "fold",
    "format_number",
    "format_percent",
    "gradient_descent",
    "im2col",
    "kind_of",
    "learn_recipes",
    "load_layer",
    "relu",
    "softmax",
    "trace_conv2d",
    "trace_matmul",
]

"""A voice of one's own: recordings named after the beats, laid under the film."""

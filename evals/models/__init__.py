"""Chat models to be measured with, each behind an OpenAI-compatible address on loopback: weak, hostile, perfect.

They know nothing of the product: they see what it sends and answer over HTTP.
"""

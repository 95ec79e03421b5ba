"""The files of a model folder: what sentence-transformers reads, and what the bundled runtime reads."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from embedding.calibrate import calibrate
from embedding.description import PREFIXES, TOKENIZER, WEIGHTS, describe, write_description
from embedding.graph import build_graph
from embedding.restore import Shape, Weights

MOST_CALIBRATION_TOKENS = 300
BERT_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def to_bert(shape: Shape, weights: Weights) -> BertModel:
    """Return Hugging Face's BertModel, without pooler, with these weights in float."""
    model = BertModel(BertConfig(**bert_config(shape, weights)), add_pooling_layer=False)
    tensors = {bert_name(name): torch.from_numpy(values) for name, values in weights.items()}
    model.load_state_dict(tensors)
    return model.eval()


def from_bert(model: BertModel) -> Weights:
    """Return the weights of a BertModel by the names of the weight file; the inverse of `to_bert`."""
    tensors = model.state_dict()
    names = [*EMBEDDING_NAMES]
    for layer in range(model.config.num_hidden_layers):
        names += [f"l{layer}.{part}.{kind}" for part in BERT_NAMES for kind in "wb"]
    return {name: tensors[bert_name(name)].numpy().astype(np.float32) for name in names}


def bert_config(shape: Shape, weights: Weights) -> dict[str, Any]:
    """Return the settings of config.json."""
    return {
        "vocab_size": len(weights["emb.word"]),
        "hidden_size": shape.width,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": 1,
    }


def write_int8_folder(
    folder: Path, shape: Shape, weights: Weights, tokenizer: dict[str, Any], calibration: Iterable[str]
) -> None:
    """Write the folder that is shipped: the int8 graph, its scales taken from the calibration texts, and the rest."""
    encode = Tokenizer.from_str(json.dumps(tokenizer)).encode
    seen = calibrate(to_bert(shape, weights), (encode(text).ids[:MOST_CALIBRATION_TOKENS] for text in calibration))
    (folder / WEIGHTS).parent.mkdir(parents=True, exist_ok=True)
    onnx.save(build_graph(shape, weights, seen), folder / WEIGHTS)
    _write_json(
        folder / "config.json", {"model_type": "bert", "architectures": ["BertModel"]} | bert_config(shape, weights)
    )
    _write_surroundings(folder, shape, tokenizer)
    write_description(folder, describe(folder, width=shape.width, max_length=shape.positions))


def write_float_folder(folder: Path, shape: Shape, weights: Weights, tokenizer: dict[str, Any]) -> None:
    """Write the same model with float weights, as sentence-transformers opens it on torch."""
    to_bert(shape, weights).save_pretrained(folder)
    _write_surroundings(folder, shape, tokenizer)


def bert_name(name: str) -> str:
    """Return the name in BertModel of a weight of the weight file."""
    if name in EMBEDDING_NAMES:
        return EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer[1:]}.{BERT_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"


def _write_surroundings(folder: Path, shape: Shape, tokenizer: dict[str, Any]) -> None:
    (folder / TOKENIZER).write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    specials = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>"}
    specials |= {"pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": shape.positions}
    _write_json(folder / "special_tokens_map.json", specials)
    _write_json(folder / "tokenizer_config.json", settings | specials)
    prompts = PREFIXES | {"document": PREFIXES["passage"]}
    _write_json(folder / "config_sentence_transformers.json", {"prompts": prompts, "similarity_fn_name": "cosine"})
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": shape.positions, "do_lower_case": False})
    _write_modules(folder, shape.width)


def _write_modules(folder: Path, width: int) -> None:
    paths = {"Transformer": "", "Pooling": "1_Pooling", "Normalize": "2_Normalize"}
    modules = [
        {"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for number, (kind, path) in enumerate(paths.items())
    ]
    _write_json(folder / "modules.json", modules)
    pooling = {"word_embedding_dimension": width, "pooling_mode_mean_tokens": True, "include_prompt": True}
    _write_json(folder / "1_Pooling" / "config.json", pooling)
    # The library wants the folder of a module without settings too, and git keeps no empty one.
    _write_json(folder / "2_Normalize" / "config.json", {})


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

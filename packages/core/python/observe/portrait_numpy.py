"""Portraits of NumPy, SciPy and torch values."""

from __future__ import annotations

from typing import Any

from .portrait import LIBRARIES, Node, Painter


def paint_numpy(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in arrays, masked arrays, scalars and dtypes; everything else is taken apart as an object."""
    import numpy

    if isinstance(value, numpy.ma.MaskedArray):
        node[3] += [
            [".data", painter.paint(value.filled())],
            [".mask", painter.paint(numpy.ma.getmaskarray(value))],
            [".fill_value", painter.paint(value.fill_value)],
        ]
    elif isinstance(value, numpy.ndarray):
        paint_array(painter, node, value)
    elif isinstance(value, numpy.generic):
        if value.dtype.hasobject or value.dtype.names:
            node[2] = repr(value)
        else:
            painter.buffer(node, value.dtype.str, [], value.tobytes())
    elif isinstance(value, numpy.dtype):
        node[0], node[2] = "scalar", repr(value)
    elif isinstance(value, numpy.ufunc):
        node[0], node[2] = "scalar", value.__name__
    else:
        return False
    return True


def paint_array(painter: Painter, node: Node, value: Any) -> None:
    """Fill in an array: by field, by element, or as one block."""
    import numpy

    array = numpy.asarray(value)
    if array.dtype.names:
        node[2] = [repr(array.dtype), list(array.shape)]
        node[3] += [
            ["['%s']" % name, painter.paint(numpy.ascontiguousarray(array[name]))] for name in array.dtype.names
        ]
    elif array.dtype.hasobject:
        node[2] = ["object", list(array.shape)]
        items: Node = ["parts", "elements", None, []]
        painter.sequence(items, array.ravel().tolist())
        node[3].append(["", items])
    else:
        data = numpy.ascontiguousarray(array)
        raw = memoryview(data.reshape(-1).view(numpy.uint8)) if data.size else b""
        painter.buffer(node, array.dtype.str, list(array.shape), raw)


def paint_scipy(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in sparse matrices by their coordinates: flags that SciPy caches do not count."""
    if not hasattr(value, "tocoo") or not hasattr(value, "nnz"):
        return False
    node[2] = [list(value.shape), str(value.dtype)]
    names = [n for n in ("data", "indices", "indptr", "row", "col", "offsets", "blocksize") if hasattr(value, n)]
    if not names:
        names, value = ["row", "col", "data"], value.tocoo()
    node[3] += [["." + name, painter.paint(getattr(value, name))] for name in names]
    return True


def paint_torch(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in tensors by their numbers and modules by their state dict."""
    import torch

    if isinstance(value, torch.Tensor):
        plain = value.detach().cpu()
        plain = plain.to(torch.float32) if plain.dtype == torch.bfloat16 else plain
        node[2] = [str(value.dtype), bool(value.requires_grad)]
        node[3].append(["", painter.paint(plain.contiguous().numpy())])
        return True
    if isinstance(value, torch.nn.Module):
        paint_module(painter, node, value)
        return True
    if isinstance(value, (torch.dtype, torch.device, torch.Size)):
        node[0], node[2] = "scalar", repr(value)
        return True
    return False


def paint_module(painter: Painter, node: Node, value: Any) -> None:
    """Fill in a torch module: layers as printed, mode, and every tensor of its state."""
    node[2] = [repr(value), bool(value.training)]
    node[3] += [["['%s']" % name, painter.paint(tensor)] for name, tensor in value.state_dict().items()]


LIBRARIES["numpy"] = paint_numpy
LIBRARIES["scipy"] = paint_scipy
LIBRARIES["torch"] = paint_torch

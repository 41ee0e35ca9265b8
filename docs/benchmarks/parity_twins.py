"""Small twins in PyTorch of Maskwright's trunks, for ParityTest: the same formulas give both their weights.

    python3 docs/benchmarks/parity_twins.py engine/network/src/test/resources/org/maskwright/network/train

Writes for each twin every fourth row and column of each output's scores, the greatest score, the losses, and of each
parameter's gradient (of the mean of the losses) its length and its product with the formula's numbers. Layers are
PyTorch's own; widths are those of SmallNetworks in the tests.
"""
import json
import math
import pathlib
import sys
import zlib

import numpy as np
import torch
from torch.nn import functional as F

HEIGHT, WIDTH, CLASSES = 43, 70, 5


def numbers(count, key):
    mask = np.uint64(0xFFFFFFFF)
    s = (np.arange(count, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(key * 40503 + 12345)) & mask
    s ^= s >> np.uint64(15)
    s = (s * np.uint64(2246822519)) & mask
    s ^= s >> np.uint64(13)
    return s.astype(np.float64) / 4294967296.0 * 2 - 1


def key(name):
    return zlib.crc32(name.encode()) & 0xFFFF


class Twin:
    def __init__(self):
        self.parameters = {}

    def parameter(self, name, *shape):
        scale = 0.1 if name.endswith(".bias") else math.sqrt(6 / (math.prod(shape) / shape[0]))
        values = (numbers(math.prod(shape), key(name)) * scale).astype(np.float32)
        self.parameters[name] = torch.from_numpy(values.reshape(shape)).requires_grad_()
        return self.parameters[name]

    def conv(self, name, x, outputs, kernel, stride=1, padding=None, dilation=1, groups=1, relu=True):
        padding = kernel // 2 * dilation if padding is None else padding
        weight = self.parameter(name + ".weight", outputs, x.shape[1] // groups, kernel, kernel)
        x = F.conv2d(x, weight, self.parameter(name + ".bias", outputs), stride, padding, dilation, groups)
        return F.relu(x) if relu else x

    def score(self, name, x):
        return self.conv(name, x, CLASSES, 1, relu=False)

    def up(self, name, x, kernel, padding):
        weight = self.parameter(name + ".weight", CLASSES, CLASSES, kernel, kernel)
        return F.conv_transpose2d(x, weight, stride=2, padding=padding)

    def enlarged(self, x, factor, kernel, cut):
        centre = (kernel - 1) / 2
        line = torch.tensor([1 - abs(i - centre) / ((kernel + 1) // 2) for i in range(kernel)])
        weight = torch.zeros(CLASSES, CLASSES, kernel, kernel)
        for c in range(CLASSES):
            weight[c, c] = line[:, None] * line[None, :]
        whole = F.conv_transpose2d(x, weight, stride=factor)
        return whole[:, :, cut:cut + HEIGHT, cut:cut + WIDTH]

    def heads(self, deepest, sixteenth, eighth, joints, finals):
        """joints: kernel, padding and skip offset for 16s and 8s; finals: kernel and cut of each output."""
        scores = self.score("score_32", deepest)
        outputs = [self.enlarged(scores, 32, *finals[0])]
        for stride, features, (kernel, padding, offset), final in zip(
                (16, 8), (sixteenth, eighth), joints, finals[1:]):
            large = self.up(f"up_{stride}", scores, kernel, padding)
            fine = self.score(f"score_{stride}", features)
            rows, columns = large.shape[2:]
            scores = large + fine[:, :, offset:offset + rows, offset:offset + columns]
            outputs.append(self.enlarged(scores, stride, *final))
        return outputs


def padded(image, extra):
    return F.pad(image, (0, -(WIDTH - extra) % 32, 0, -(HEIGHT - extra) % 32))


def vgg19(t, image):
    x, ends = padded(image, 0), []
    for stage, (width, count) in enumerate(((4, 2), (6, 2), (8, 4), (8, 4), (8, 4))):
        for i in range(count):
            x = t.conv(f"conv{stage + 1}_{i + 1}", x, width, 3)
        x = F.max_pool2d(x, 2, 2, ceil_mode=True)
        ends.append(x)
    x = t.conv("fc7", t.conv("fc6", x, 8, 7), 8, 1)
    return t.heads(x, ends[3], ends[2], [(4, 1, 0), (4, 1, 0)], [(64, 16), (32, 8), (16, 4)])


def normed(x):
    return F.local_response_norm(x, 5, 1e-4, 0.75, 1)


def alexnet(t, image):
    pool = lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True)
    eighth = normed(pool(t.conv("conv1", image, 4, 11, 4, 100)))
    sixteenth = normed(pool(t.conv("conv2", eighth, 6, 5, groups=2)))
    x = t.conv("conv3", sixteenth, 8, 3)
    x = pool(t.conv("conv5", t.conv("conv4", x, 8, 3, groups=2), 6, 3, groups=2))
    x = t.conv("fc7", t.conv("fc6", x, 8, 6, padding=0), 8, 1)
    return t.heads(x, sixteenth, eighth, [(3, 0, 5), (3, 0, 10)], [(63, 18), (31, 18), (15, 18)])


def googlenet(t, image, caffe):
    pool = lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True)
    norm = normed if caffe else lambda x: x
    x = norm(pool(t.conv("conv1", image, 4, 7, 2, 33)))
    x = pool(norm(t.conv("conv2", t.conv("conv2_reduce", x, 4, 1), 6, 3)))
    ends = {}
    for module in ("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b"):
        if module == "4a":
            x = pool(x)
        if module == "5a":
            x = pool(x) if caffe else F.max_pool2d(x, 2, 2, ceil_mode=True)
        name = "inception_" + module
        point = t.conv(name + ".point", x, 2, 1)
        near = t.conv(name + ".near", t.conv(name + ".near_reduce", x, 2, 1), 3, 3)
        far = t.conv(name + ".far", t.conv(name + ".far_reduce", x, 1, 1), 2, 5 if caffe else 3)
        pooled = t.conv(name + ".pooled", F.max_pool2d(x, 3, 1, 1), 2, 1)
        x = ends[module] = torch.cat([point, near, far, pooled], 1)
    first = (3, 1, 1) if caffe else (4, 2, 1)
    last = (63, 31) if caffe else (63, 39)
    return t.heads(x, ends["4e"], ends["3b"], [first, (3, 1, 3)], [last, (31, 15), (15, 7)])


def resnet50(t, image, convolved):
    x = t.conv("conv1", padded(image, 0 if convolved else 1), 4, 7, 2)
    x = F.max_pool2d(x, 3, 2, 1)
    ends, dilation = [], 1
    for layer, (width, count) in enumerate(((2, 3), (2, 4), (3, 6), (4, 3))):
        before, halves = dilation, layer > 0
        dilates = convolved and layer > 1
        dilation *= 2 if dilates else 1
        for i in range(count):
            name = f"layer{layer + 1}.{i}"
            stride = 2 if halves and not dilates and i == 0 else 1
            y = t.conv(name + ".conv1", x, width, 1)
            y = t.conv(name + ".conv2", y, width, 3, stride, dilation=before if i == 0 else dilation)
            y = t.conv(name + ".conv3", y, 4 * width, 1, relu=False)
            if i == 0 and (stride > 1 or x.shape[1] != 4 * width):
                x = t.conv(name + ".downsample", x, 4 * width, 1, stride, relu=False)
            x = F.relu(x + y)
        ends.append(x)
    if not convolved:
        return t.heads(x, ends[2], ends[1], [(3, 1, 0), (3, 1, 0)], [(63, 31), (31, 15), (15, 7)])
    scores = t.score("score_8", t.conv("head", x, 6, 3))
    size = [8 * n for n in scores.shape[2:]]
    whole = F.interpolate(scores, size=size, mode="bilinear", align_corners=False)
    return [whole[:, :, :HEIGHT, :WIDTH]]


def write(folder, name, network):
    image = numbers(HEIGHT * WIDTH * 3, 99).astype(np.float32).reshape(1, HEIGHT, WIDTH, 3)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    tile = (y // 5 * 3 + x // 7) % (CLASSES + 1)
    labels = torch.from_numpy(np.where(tile == CLASSES, 255, tile))[None]
    twin = Twin()
    outputs = network(twin, torch.from_numpy(image).permute(0, 3, 1, 2))
    losses = [F.cross_entropy(o, labels, ignore_index=255) for o in outputs]
    (sum(losses) / len(losses)).backward()
    gradients = {}
    for parameter, values in twin.parameters.items():
        g = values.grad.double().numpy().ravel()
        gradients[parameter] = [float(np.sqrt((g * g).sum())), float(g @ numbers(g.size, key(parameter) + 1))]
    kept = np.concatenate([o.detach().permute(0, 2, 3, 1).numpy()[0, ::4, ::4].ravel() for o in outputs])
    (folder / (name + ".logits")).write_bytes(kept.astype(">f4").tobytes())
    golden = {
        "losses": [float(l) for l in losses],
        "largest": [float(o.abs().max()) for o in outputs],
        "gradients": gradients,
    }
    (folder / (name + ".json")).write_text(json.dumps(golden, indent=1) + "\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    write(folder, "vgg19", vgg19)
    write(folder, "alexnet", alexnet)
    write(folder, "googlenet_caffe", lambda t, i: googlenet(t, i, True))
    write(folder, "googlenet_torchvision", lambda t, i: googlenet(t, i, False))
    write(folder, "resnet50", lambda t, i: resnet50(t, i, False))
    write(folder, "resnet50-convolved", lambda t, i: resnet50(t, i, True))


if __name__ == "__main__":
    main()

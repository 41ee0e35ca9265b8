"""Times in PyTorch what `maskwright bench` times: the same folded graphs, 21 classes, random weights.

    OMP_NUM_THREADS=2 python3 docs/benchmarks/pytorch_twin.py vgg16 --head-channels 512 --repeats 9

Prints medians in milliseconds. The training step is loss, tape and SGD with momentum, as there.
Enlargements to pixels are `interpolate`, the fastest that PyTorch has for them.
"""
import argparse
import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = 21
WARM_UP_SECONDS = 3


class Vgg16(nn.Module):
    corners = False

    def __init__(self, head):
        super().__init__()
        layers, inputs = [], 3
        self.ends = []
        for width, count in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
            for _ in range(count):
                layers += [nn.Conv2d(inputs, width, 3, padding=1), nn.ReLU(inplace=True)]
                inputs = width
            layers.append(nn.MaxPool2d(2, 2, ceil_mode=True))
            self.ends.append(len(layers))
        self.stages = nn.Sequential(*layers)
        self.fc = nn.Sequential(
            nn.Conv2d(512, head, 7, padding=3), nn.ReLU(inplace=True),
            nn.Conv2d(head, head, 1), nn.ReLU(inplace=True))
        self.channels = (256, 512, head)

    def forward(self, x):
        kept = []
        for i, layer in enumerate(self.stages):
            x = layer(x)
            if i + 1 in self.ends:
                kept.append(x)
        return kept[2], kept[3], self.fc(x)


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, expand):
        super().__init__()
        wide = 6 * inputs if expand else inputs
        self.expand = nn.Conv2d(inputs, wide, 1) if expand else None
        self.depthwise = nn.Conv2d(wide, wide, 3, stride, 1, groups=wide)
        self.project = nn.Conv2d(wide, outputs, 1)
        self.residual = expand and stride == 1 and inputs == outputs

    def forward(self, x):
        wide = F.relu6(self.expand(x), inplace=True) if self.expand else x
        y = self.project(F.relu6(self.depthwise(wide), inplace=True))
        return (x + y if self.residual else y), wide


class MobileNetV2(nn.Module):
    corners = True
    channels = (192, 576, 320)

    def __init__(self, _):
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, 2, 1)
        blocks, inputs = [], 32
        stages = ((16, 1, 1), (24, 2, 2), (32, 3, 2), (64, 4, 2), (96, 3, 1), (160, 3, 2), (320, 1, 1))
        for outputs, count, stride in stages:
            for i in range(count):
                blocks.append(Block(inputs, outputs, stride if i == 0 else 1, len(blocks) > 0))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks)

    def forward(self, x):
        x = F.relu6(self.stem(x), inplace=True)
        wide = []
        for block in self.blocks:
            x, w = block(x)
            wide.append(w)
        return wide[6], wide[13], x


class Fire(nn.Module):
    def __init__(self, inputs, squeezed):
        super().__init__()
        self.squeeze = nn.Conv2d(inputs, squeezed, 1)
        self.points = nn.Conv2d(squeezed, 4 * squeezed, 1)
        self.areas = nn.Conv2d(squeezed, 4 * squeezed, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.squeeze(x), inplace=True)
        points = F.relu(self.points(x), inplace=True)
        return torch.cat([points, F.relu(self.areas(x), inplace=True)], 1)


class SqueezeNet(nn.Module):
    corners = True
    channels = (256, 512, 512)

    def __init__(self, _):
        super().__init__()
        self.first = nn.Conv2d(3, 64, 3, 2, 1)
        self.pool = nn.MaxPool2d(3, 2, 1)
        widths = (64, 128, 128, 256, 256, 384, 384, 512, 512)
        self.fires = nn.ModuleList(
            Fire(widths[i], widths[i + 1] // 8) for i in range(8))

    def forward(self, x):
        x = self.pool(F.relu(self.first(x), inplace=True))
        x = self.pool(self.fires[1](self.fires[0](x)))
        eighth = self.fires[3](self.fires[2](x))
        x = self.pool(eighth)
        for fire in self.fires[4:]:
            x = fire(x)
        return eighth, x, self.pool(x)


class Fcn(nn.Module):
    def __init__(self, trunk, heads):
        super().__init__()
        self.trunk, self.heads = trunk, heads
        self.scores = nn.ModuleList(nn.Conv2d(c, CLASSES, 1) for c in trunk.channels)
        kernel, padding = (3, 1) if trunk.corners else (4, 1)
        self.ups = nn.ModuleList(
            nn.ConvTranspose2d(CLASSES, CLASSES, kernel, 2, padding, bias=False) for _ in range(2))

    def forward(self, image):
        height, width = image.shape[2:]
        add = 1 if self.trunk.corners else 0
        padded = F.pad(image, (0, -(width - add) % 32, 0, -(height - add) % 32))
        eighth, sixteenth, deepest = self.trunk(padded)
        scores = self.scores[2](deepest)
        coarse = [scores]
        for up, score, features in zip(self.ups, (self.scores[1], self.scores[0]), (sixteenth, eighth)):
            scores = up(scores) + score(features)
            coarse.append(scores)
        chosen = coarse if self.heads == 3 else coarse[2:]
        return [self.enlarge(s, padded.shape[2:])[:, :, :height, :width] for s in chosen]

    def enlarge(self, scores, size):
        corners = self.trunk.corners
        return F.interpolate(scores, size=size, mode="bilinear", align_corners=corners)


def median(work, repeats):
    end = time.perf_counter() + WARM_UP_SECONDS
    work()
    while time.perf_counter() < end:
        work()
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def forward(network, size, repeats):
    image = torch.rand(1, 3, size, size)
    with torch.no_grad():
        return median(lambda: network(image), repeats)


def training(network, batch, size, repeats):
    image = torch.rand(batch, 3, size, size)
    labels = (torch.arange(batch * size * size) // 7 % CLASSES).view(batch, size, size)
    optimiser = torch.optim.SGD(network.parameters(), 1e-9, 0.9, weight_decay=5e-4)

    def step():
        optimiser.zero_grad(set_to_none=True)
        sum(F.cross_entropy(s, labels, ignore_index=255) / 3 for s in network(image)).backward()
        optimiser.step()

    return median(step, repeats)


def main():
    trunks = {"vgg16": Vgg16, "mobilenet_v2": MobileNetV2, "squeezenet1_1": SqueezeNet}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("trunk", choices=sorted(trunks))
    parser.add_argument("--head-channels", type=int, default=4096)
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--channels-last", action="store_true", help="PyTorch's other layout")
    chosen = parser.parse_args()
    layout = torch.channels_last if chosen.channels_last else torch.contiguous_format
    for heads in (1, 3):
        network = Fcn(trunks[chosen.trunk](chosen.head_channels), heads).to(memory_format=layout)
        for size in (256, 512):
            ms = forward(network, size, chosen.repeats)
            print(f"{chosen.trunk:14} forward        {heads} heads, batch 1, {size} px: {ms:,.1f} ms", flush=True)
    for batch in (1, 8):
        ms = training(network, batch, 256, chosen.repeats)
        print(f"{chosen.trunk:14} training step  3 heads, batch {batch}, 256 px: {ms:,.1f} ms", flush=True)


if __name__ == "__main__":
    main()

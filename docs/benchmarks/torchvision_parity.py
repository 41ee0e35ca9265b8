"""torchvision's networks with random weights, and what they compute, for `maskwright models check`.

    python3 docs/benchmarks/torchvision_parity.py vgg19 out
    ./maskwright models import out/vgg19.safetensors --name vgg19
    ./maskwright models check vgg19 out/vgg19-expected.safetensors

The weights are torchvision's own at their start, with statistics of batch normalisation as a training leaves them, so
that no number stays small or large by chance. Compared are the deepest features, as the scores are read from them,
and for fcn_resnet50 and fcn_resnet101 the scores themselves. The same weights are written as torch.save does, too
(out/vgg19.pth), and those of VGG, where there is h5py, as Keras does (out/vgg19.h5).
"""
import argparse
import importlib.util
import json
import pathlib
import struct

import torch
import torchvision
from torch import nn
from torch.nn import functional as F

HEIGHT, WIDTH = 192, 256


def write(path, tensors):
    header, at = {}, 0
    for name, tensor in tensors.items():
        size = tensor.numel() * 4
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(tensor.contiguous().numpy().astype("<f4").tobytes())


def settle(network, image):
    """Statistics of one random image for each batch normalisation, and scales and shifts of their own."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = 1
            nn.init.uniform_(module.weight, 0.5, 1)
            nn.init.uniform_(module.bias, -0.1, 0.1)
    network.train()
    with torch.no_grad():
        network(image)
    network.eval()


def corners(image):
    """Maskwright pads ResNets to 32k + 1 pixels below and on the right."""
    return F.pad(image, (0, -(WIDTH - 1) % 32, 0, -(HEIGHT - 1) % 32))


def write_keras(path, weights):
    """Kernels have their outputs last, and what is flattened are cells of channels."""
    import h5py

    names = [name[: -len(".weight")] for name in weights if name.endswith(".weight")]
    convolutions = [name for name in names if name.startswith("features")]
    stages = [2, 2, 3, 3, 3] if len(convolutions) == 13 else [2, 2, 4, 4, 4]
    layers = [f"block{s + 1}_conv{i + 1}" for s, count in enumerate(stages) for i in range(count)]
    with h5py.File(path, "w") as file:
        for name, layer in zip(names, layers + ["fc1", "fc2", "predictions"]):
            kernel = weights[name + ".weight"]
            if layer == "fc1":
                kernel = kernel.view(-1, 512, 7, 7).permute(0, 2, 3, 1).flatten(1)
            kernel = kernel.permute(2, 3, 1, 0) if kernel.dim() == 4 else kernel.t()
            file[f"{layer}/{layer}/kernel:0"] = kernel.contiguous().numpy()
            file[f"{layer}/{layer}/bias:0"] = weights[name + ".bias"].numpy()


def vgg(make, image):
    network = make().eval()
    convolved = network.features(image)
    fc6, fc7 = network.classifier[0], network.classifier[3]
    x = F.relu(F.conv2d(convolved, fc6.weight.view(4096, 512, 7, 7), fc6.bias, padding=3))
    return network, {"features": F.relu(F.conv2d(x, fc7.weight.view(4096, 4096, 1, 1), fc7.bias))}


def googlenet(image):
    network = torchvision.models.googlenet(aux_logits=True, init_weights=True, transform_input=False)
    # Maskwright pads the first convolution by 30 more, so that cells lie on pixels 0, 32 ...
    network.conv1.conv.padding = (33, 33)
    settle(network, F.interpolate(image, size=(224, 224)).repeat(2, 1, 1, 1))
    parts = []
    network.inception5b.register_forward_hook(lambda module, inputs, output: parts.append(output))
    network(image)
    return network, {"features": parts[0]}


def resnet(make, image):
    network = make()
    settle(network, corners(image))
    parts = []
    network.layer4.register_forward_hook(lambda module, inputs, output: parts.append(output))
    network(corners(image))
    return network, {"features": parts[0]}


def fcn(make, image):
    network = make(weights=None, weights_backbone=None, aux_loss=True)
    settle(network, image)
    return network, {"scores_8s": network(image)["out"]}


NETWORKS = {
    "vgg16": lambda image: vgg(torchvision.models.vgg16, image),
    "vgg19": lambda image: vgg(torchvision.models.vgg19, image),
    "googlenet": googlenet,
    "resnet50": lambda image: resnet(torchvision.models.resnet50, image),
    "resnet101": lambda image: resnet(torchvision.models.resnet101, image),
    "fcn_resnet50": lambda image: fcn(torchvision.models.segmentation.fcn_resnet50, image),
    "fcn_resnet101": lambda image: fcn(torchvision.models.segmentation.fcn_resnet101, image),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("network", choices=sorted(NETWORKS))
    parser.add_argument("folder", type=pathlib.Path)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    image = torch.randn(1, 3, HEIGHT, WIDTH)
    with torch.no_grad():
        network, computed = NETWORKS[chosen.network](image)
    weights = {k: v for k, v in network.state_dict().items() if v.is_floating_point()}
    write(chosen.folder / f"{chosen.network}.safetensors", weights)
    torch.save(network.state_dict(), chosen.folder / f"{chosen.network}.pth")
    if chosen.network.startswith("vgg") and importlib.util.find_spec("h5py"):
        write_keras(chosen.folder / f"{chosen.network}.h5", weights)
    maps = {"image": image, **computed}
    write(
        chosen.folder / f"{chosen.network}-expected.safetensors",
        {k: v.permute(0, 2, 3, 1) for k, v in maps.items()})


if __name__ == "__main__":
    main()

"""Prints what PyTorch's max_unpool2d makes of a small map, for UnpoolingTest: places and values.

Runs with Debian's python3-torch: python3 docs/benchmarks/unpooling.py
"""

import torch

CHANNELS, HEIGHT, WIDTH = 2, 4, 6

# Small whole numbers, so that windows have several greatest values now and then.
numbers = [(i * 7 + i // 5) % 11 - 3 for i in range(CHANNELS * HEIGHT * WIDTH)]
image = torch.tensor(numbers, dtype=torch.float32).reshape(1, HEIGHT, WIDTH, CHANNELS)
planes = image.permute(0, 3, 1, 2).contiguous().requires_grad_()
pooled, indices = torch.nn.functional.max_pool2d(planes, 2, 2, return_indices=True)
values = torch.arange(pooled.numel(), dtype=torch.float32) + 1
values = values.reshape(1, HEIGHT // 2, WIDTH // 2, CHANNELS).permute(0, 3, 1, 2).contiguous()
values.requires_grad_()
large = torch.nn.functional.max_unpool2d(values, indices, 2, 2)
weights = torch.arange(large.numel(), dtype=torch.float32)
weights = weights.reshape(1, HEIGHT, WIDTH, CHANNELS).permute(0, 3, 1, 2)
(large * weights).sum().backward()


def row(planes):
    return [int(v) for v in planes.permute(0, 2, 3, 1).flatten().tolist()]


print("image", numbers)
print("unpooled", row(large))
print("gradient", row(values.grad))

"""Small files as PyTorch and Keras write them, for the tests of their readers.

    python3 docs/benchmarks/foreign_files.py engine/network/src/test/resources/org/maskwright/network/weights

makes torch/torch_save.pth and torch/torch_save_before_1.6.pth (PyTorch 1.13: views of one storage, other types, a counter)
and hdf5/keras.h5 (h5py 3.7: arrays in groups, named as Keras 2 does and as Keras did before).
"""
import pathlib
import sys

import h5py
import numpy as np
import torch

folder = pathlib.Path(sys.argv[1])

storage = torch.arange(24, dtype=torch.float32)
saved = {
    "epoch": 3,
    "state_dict": {
        "module.conv.weight": storage.view(2, 3, 2, 2).contiguous(memory_format=torch.channels_last),
        "module.shared.0": storage[:6].view(2, 3),
        "module.shared.1": storage[6:12].view(3, 2).t(),
        "module.half": torch.tensor([1.5, -2], dtype=torch.float16),
        "module.bn.num_batches_tracked": torch.tensor(5),
    },
}
torch.save(saved, folder / "torch" / "torch_save.pth")
torch.save(saved, folder / "torch" / "torch_save_before_1.6.pth", _use_new_zipfile_serialization=False)

with h5py.File(folder / "hdf5" / "keras.h5", "w") as file:
    file.attrs["layer_names"] = [b"conv", b"dense", b"pool"]
    file.attrs["backend"] = "tensorflow"
    conv = file.create_group("conv")
    conv.attrs["weight_names"] = [b"conv/kernel:0", b"conv/bias:0"]
    conv.create_dataset("conv/kernel:0", data=np.arange(24, dtype="f4").reshape(1, 2, 3, 4) + 0.5)
    conv.create_dataset("conv/bias:0", data=np.arange(4, dtype="f4"))
    file.create_group("dense").create_dataset("dense_W_1:0", data=np.array([[1, 2], [3, 4]], dtype="f8"))
    file.create_group("pool").attrs["weight_names"] = []
    file.create_dataset("steps", data=np.int64(7))

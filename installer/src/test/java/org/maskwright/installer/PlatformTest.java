package org.maskwright.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.installer.Platform.Fate;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "org/maskwright/app/Launcher.class, STAYS",
    "META-INF/MANIFEST.MF, STAYS",
    "org/bytedeco/opencv/linux-x86_64/libopencv_core.so.413, IS_UNPACKED",
    "org/bytedeco/opencv/linux-x86_64/include/opencv2/core.hpp, IS_LEFT_OUT",
    "org/bytedeco/opencv/windows-x86_64/opencv_core.dll, IS_LEFT_OUT",
    "org/nd4j/linalg/cpu/linux-x86_64-onednn-avx2/libnd4jcpu.so, IS_UNPACKED",
    "org/bytedeco/javacpp/properties/linux-x86_64.properties, STAYS",
    "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so, IS_UNPACKED",
    "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so, IS_LEFT_OUT",
    "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so, IS_LEFT_OUT",
    "com/sun/jna/linux-x86-64/libjnidispatch.so, IS_UNPACKED",
    "com/sun/jna/linux-x86/libjnidispatch.so, IS_LEFT_OUT",
    "META-INF/native/libio_grpc_netty_shaded_netty_tcnative_linux_x86_64.so, IS_UNPACKED",
    "META-INF/native/libio_grpc_netty_shaded_netty_transport_native_epoll_x86_64.so, IS_UNPACKED",
    "META-INF/native/libio_grpc_netty_shaded_netty_tcnative_linux_aarch_64.so, IS_LEFT_OUT",
    "META-INF/native/io_grpc_netty_shaded_netty_tcnative_windows_x86_64.dll, IS_LEFT_OUT",
    "libglassgtk3.so, IS_UNPACKED"
  })
  void onlyThisPlatformsNativeCodeIsTaken(String entry, Fate fate) {
    assertThat(Platform.LINUX_X64.fate(entry)).isEqualTo(fate);
  }

  @Test
  void aMacTakesItsOwn() {
    assertThat(Platform.MAC_ARM.fate("org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib"))
        .isEqualTo(Fate.IS_UNPACKED);
    assertThat(Platform.MAC_ARM.fate("com/sun/jna/darwin/libjnidispatch.jnilib"))
        .isEqualTo(Fate.IS_UNPACKED);
    assertThat(Platform.MAC_ARM.fate("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"))
        .isEqualTo(Fate.IS_LEFT_OUT);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, LINUX_X64, deb",
    "Linux, aarch64, LINUX_ARM, deb",
    "Windows 11, amd64, WINDOWS_X64, msi",
    "Mac OS X, aarch64, MAC_ARM, dmg"
  })
  void everySystemHasItsPackage(String system, String processor, Platform platform, String type) {
    assertThat(Platform.of(system, processor)).isEqualTo(platform);
    assertThat(platform.packageType()).isEqualTo(type);
  }
}

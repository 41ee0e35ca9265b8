package org.maskwright.installer;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.maskwright.architecture.Walls;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> walls() {
    return Walls.OF_MASKWRIGHT.testsOfThisModule();
  }
}

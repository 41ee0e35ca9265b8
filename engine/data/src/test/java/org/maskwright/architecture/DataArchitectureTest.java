package org.maskwright.architecture;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DataArchitectureTest {

  @TestFactory
  Stream<DynamicTest> walls() {
    return Walls.OF_MASKWRIGHT.testsOfThisModule();
  }
}

#pragma once
#include <stdlib.h>
#include <thai/thbrk.h>

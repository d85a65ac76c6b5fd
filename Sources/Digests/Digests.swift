// Placeholder of the target; replaced with the first real file.

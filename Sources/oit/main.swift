print("oit")

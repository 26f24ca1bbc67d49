module example.com/uses/windscreen

go 1.25.0

require windscreen v0.0.0

replace windscreen => ../../..

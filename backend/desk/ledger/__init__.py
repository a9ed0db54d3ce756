"""巡查台账: read, filter, remark, take away."""

"""The demonstration programme: synthetic registers from a fixed seed, loaded through the same doors as a clerk's.

The totals are the programme's published figures; every split by place, day, sex, age and service is synthetic.
"""

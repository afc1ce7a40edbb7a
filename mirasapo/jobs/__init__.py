"""Jobs: what takes too long for an answer, or nobody asks for: acquisition, rebuild, checks, tidying."""

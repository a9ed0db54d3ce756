"""协作请求 (M26): one body asks others for people or help; each answers for itself, and who came is recorded."""

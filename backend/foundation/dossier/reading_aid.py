"""The page of words that lies on top of a dossier. Pure."""

from datetime import datetime

from backend.foundation.now import local


def reading_aid(title: str, at: datetime) -> str:
    """How it can be checked, with and without the product."""
    return f"""{title}
导出时间：{local(at):%Y-%m-%d %H:%M:%S} +08:00

函件、材料、照片  各文件原样，一个字节未改
manifest.json     文件清单
journal.json      日志摘录：每一步由谁、何时办理，逐条相扣，链头有签名
hashes.txt        每个文件的 SHA-256
signature.json    对 hashes.txt 的签名和公钥

怎样核验（任选一种，不需要联网，也不需要数据库）：
一、装有本系统的电脑：liandong verify 案卷包.zip
    加上 --key 和发文单位公布的公钥，还能核对是谁签的名。
二、任何电脑：解开后在目录里运行 sha256sum -c hashes.txt
    只能查出文件改没改，查不出清单改没改。
"""

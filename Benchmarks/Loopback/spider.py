"""The peer written with Scrapy: asks each address of a list once and tells status and redirects."""
import sys

import scrapy
from scrapy.crawler import CrawlerProcess


class Spider(scrapy.Spider):
    name = "peer"
    handle_httpstatus_all = True

    async def start(self):
        for line in open(sys.argv[1]):
            yield scrapy.Request(line.strip(), dont_filter=True, meta={"asked": line.strip()})

    def parse(self, response):
        hops = response.meta.get("redirect_times", 0)
        print(response.status, hops, response.meta["asked"], sep="\t")
        # As much as the floor with its tree does: links and text.
        if hasattr(response, "css"):
            len(response.css("a::attr(href)").getall()), len(response.css("body ::text").getall())


process = CrawlerProcess({
    "CONCURRENT_REQUESTS": 256, "CONCURRENT_REQUESTS_PER_DOMAIN": 6, "ROBOTSTXT_OBEY": False, "LOG_LEVEL": "ERROR",
    "DOWNLOAD_DELAY": 0, "REDIRECT_ENABLED": True, "TELNETCONSOLE_ENABLED": False, "RETRY_TIMES": 2})
process.crawl(Spider)
process.start()

"""The worker that tells partners of their cases."""

import asyncio

import stamina

from api.desk import Desk
from cheguan.settings import Settings, webhooks_on_this_machine
from workers.log_follower import Followed
from workers.webhooks.post import Post
from workers.webhooks.public_network import PublicNetwork
from workers.webhooks.teller import WebhookTeller


async def send_webhooks(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Tells partners until ``stop`` is set. What is tried again is told by our own log alone."""
    stamina.instrumentation.set_on_retry_hooks([])
    loopback = webhooks_on_this_machine(settings)
    post = Post(PublicNetwork(loopback=loopback), loopback=loopback)
    try:
        followed = Followed(url, made.codec, made.clock)
        await WebhookTeller(followed, made.door, made.keyring, post).run(stop)
    finally:
        await post.close()

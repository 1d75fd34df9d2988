"""The server that is asked: one request, its answer, and what went wrong in words.

The only file that imports openai; its client waits and tries again where a server is busy (429), broken (5xx)
or does not answer, and heeds the wait that the server asks for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sayso.model.errors import UsageError
from sayso.reading.llm.asking import schema
from sayso.reading.llm.settings import Settings

Fault = Literal["unreachable", "busy", "broken", "timeout", "denied", "rejected"]
"""None of these says anything of the article: another day, or with other settings, it may be read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the words, why they end ("stop", "length" …), a refusal, tokens (None: not told)."""

    text: str
    finish: str
    refusal: str | None
    tokens_in: int | None
    tokens_out: int | None
    retries: int


class Unanswered(Exception):
    """The server gave no answer, for all tries."""

    def __init__(self, fault: Fault, message: str) -> None:
        """Keep what was wrong, as a word for programs and a sentence for people."""
        super().__init__(message)
        self.fault: Fault = fault


class Server(Protocol):
    """Whoever answers."""

    def ask(self, system: str, user: str, seconds: float) -> Answer:
        """Return the answer within the seconds (of one try); raises Unanswered."""
        ...


class ChatServer:
    """A server that speaks OpenAI's chat interface."""

    def __init__(self, settings: Settings) -> None:
        """Make a client ready; nothing is sent.  Raises UsageError where the extra `llm` is not installed."""
        try:
            import openai
        except ImportError:
            raise UsageError("the reader 'llm' needs an extra: pip install 'sayso[llm]'") from None
        self._openai = openai
        self._settings = settings
        self._client = openai.OpenAI(
            base_url=settings.url,
            api_key=settings.key or "none",
            max_retries=settings.retries,
            timeout=settings.seconds,
        )

    def ask(self, system: str, user: str, seconds: float) -> Answer:
        """Return the answer; no tools are offered, and none that the answer asks for is run."""
        api = self._openai
        try:
            raw = self._client.chat.completions.with_raw_response.create(
                messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
                timeout=min(seconds, self._settings.seconds),
                **self._asked(),
            )
            return _answer(raw.parse(), raw.retries_taken)
        except api.APITimeoutError:
            raise Unanswered("timeout", f"no answer within {seconds:.0f} s") from None
        except api.APIConnectionError as error:
            raise Unanswered(
                "unreachable", f"the server cannot be reached: {error.__cause__ or error}"
            ) from None
        except api.RateLimitError:
            raise Unanswered("busy", "the server takes no more requests now (429)") from None
        except api.InternalServerError as error:
            raise Unanswered("broken", f"the server failed ({error.status_code})") from None
        except (api.AuthenticationError, api.PermissionDeniedError, api.NotFoundError) as error:
            raise Unanswered("denied", f"the server says {error.status_code}: {_said(error)}") from None
        except (api.APIError, ValueError) as error:
            raise Unanswered("rejected", f"the server rejects the request: {_said(error)}") from None

    def _asked(self) -> dict[str, Any]:
        held = self._settings
        asked: dict[str, Any] = {"model": held.model}
        if held.form == "schema":
            named = {"name": "statements", "strict": True, "schema": schema()}
            asked["response_format"] = {"type": "json_schema", "json_schema": named}
        elif held.form == "object":
            asked["response_format"] = {"type": "json_object"}
        if held.temperature is not None:
            asked["temperature"] = held.temperature
        if held.answer is not None:
            asked["max_tokens"] = held.answer
        return asked


def _answer(completion: Any, retries: int) -> Answer:
    """Take what is needed out of an answer; servers leave fields out.  Raises ValueError: it is no answer."""
    choices = getattr(completion, "choices", None)
    if not choices or getattr(choices[0], "message", None) is None:
        raise ValueError("its answer is no chat completion")
    usage = getattr(completion, "usage", None)
    message = choices[0].message
    return Answer(
        message.content if isinstance(message.content, str) else "",
        str(choices[0].finish_reason or "stop"),
        getattr(message, "refusal", None),
        getattr(usage, "prompt_tokens", None),
        getattr(usage, "completion_tokens", None),
        retries,
    )


def _said(error: Exception) -> str:
    """Return what a server says is wrong, in one short line."""
    body = getattr(error, "body", None)
    words = body.get("message") if isinstance(body, dict) else None
    return " ".join(str(words or error).split())[:200]


def instructions(form: str, guide: str) -> str:
    """Return the guide, with the schema in words where the server does not enforce it."""
    if form == "schema":
        return guide
    return f"{guide}\n\nAnswer with one JSON object of this schema and nothing else:\n{json.dumps(schema())}"

FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    CHEGUAN_SECRETS_DIR=/var/lib/cheguan/secrets \
    CHEGUAN_KNOWN_DIR=/var/lib/cheguan/known

RUN useradd --system --create-home --home-dir /var/lib/cheguan cheguan \
    && install --directory --owner=cheguan --group=cheguan --mode=0700 \
        /var/lib/cheguan/secrets /var/lib/cheguan/known

WORKDIR /srv/cheguan
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock

COPY pyproject.toml ./
COPY domain/ domain/
COPY projections/ projections/
COPY api/ api/
COPY workers/ workers/
COPY cheguan/ cheguan/
RUN pip install --no-cache-dir --no-index --no-deps --no-build-isolation --editable . \
    && python -m compileall -q domain projections api workers cheguan

USER cheguan
EXPOSE 8000
ENTRYPOINT ["cheguan"]
CMD ["serve"]

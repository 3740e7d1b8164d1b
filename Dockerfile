# Builds and runs the site. The content is a volume, so that it changes without a new image:
#   docker build -t knowledge-base .
#   docker run --read-only --tmpfs /tmp -v "$PWD/content:/content:ro" -v kb-data:/data -p 127.0.0.1:5080:8080 knowledge-base
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY src/ src/
COPY wwwroot/ wwwroot/
RUN dotnet publish src/KnowledgeBase.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# ICU folds Japanese text, SQLite keeps what visitors say, git keeps the history of the content.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libicu-dev libsqlite3-0 git curl \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 kb && useradd --system --uid 10001 --gid kb --no-create-home --home-dir /data kb \
 && mkdir /content /data && chown kb:kb /content /data
COPY --from=build /app /app
USER 10001:10001
WORKDIR /app
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://0.0.0.0:8080 \
    KnowledgeBase__ContentPath=/content \
    KnowledgeBase__DataPath=/data
VOLUME ["/content", "/data"]
EXPOSE 8080
# Longer than the drain and the last requests together.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=3 CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["/app/KnowledgeBase.Web"]

# Charts are bundled in a stage of their own, so that neither the build nor the final image needs Node.
FROM node:22-bookworm-slim AS assets
WORKDIR /assets
COPY wwwroot-assets/ .
RUN npm ci --no-audit --no-fund \
 && node node_modules/typescript/bin/tsc --noEmit \
 && node build.mjs /out/js

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=assets /out/js src/GatewayDashboard/obj/web-assets/public/js
RUN dotnet publish src/GatewayDashboard -c Release -o /app -p:BundleWebAssets=false \
 && mkdir -p /data

# "extra" brings ICU and time zones: schedules name IANA zones.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
USER 1654
WORKDIR /app
# The base image would listen on all interfaces; without sign-in the dashboard is offered on loopback alone: run with --network host.
ENV DataDirectory=/data ASPNETCORE_HTTP_PORTS= ASPNETCORE_URLS=http://localhost:5210
VOLUME /data
EXPOSE 5210
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["dotnet", "/app/GatewayDashboard.dll", "health"]
ENTRYPOINT ["dotnet", "/app/GatewayDashboard.dll"]

#!/bin/sh
# Commits what changed to a new branch and opens a pull request, on GitHub or Gitea.
# Usage: open-pull-request.sh BRANCH TITLE PATH...
# From the environment: API_URL, REPOSITORY (owner/name), TOKEN, BASE (default main).
set -eu
branch=$1
title=$2
shift 2
git switch --create "$branch"
git add -- "$@"
if git diff --cached --quiet; then
  echo "nothing changed"
  exit 0
fi
git -c user.name="${AUTHOR_NAME:-release bot}" -c user.email="${AUTHOR_EMAIL:-release-bot@example.com}" commit --quiet --message "$title"
git push --quiet origin "$branch"
body=$(python3 -c 'import json, sys; print(json.dumps(dict(zip(("title", "head", "base"), sys.argv[1:]))))' "$title" "$branch" "${BASE:-main}")
curl --fail-with-body --silent --show-error --output /dev/null \
  --header "Authorization: token $TOKEN" --header "Content-Type: application/json" \
  --data "$body" "$API_URL/repos/$REPOSITORY/pulls"
echo "opened a pull request for $branch"

"""What the CI platform around us expects; the platforms say who they are in the environment."""

from __future__ import annotations

from collections.abc import Mapping


def standard_output(environment: Mapping[str, str]) -> tuple[str, str]:
    """The format of standard output where none was asked for, and a note that says so."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github", (
            "GitHub Actions: findings are printed as annotations; --output-format text prints text"
        )
    if environment.get("GITLAB_CI") == "true":
        return "text", (
            "GitLab CI: findings are printed as text; to see them in the merge request write"
            " -o text:- -o gitlab:gl-code-quality-report.json and keep that file under"
            " artifacts:reports:codequality"
        )
    return "text", ""


def checkout(environment: Mapping[str, str]) -> str:
    """The root of the repository's checkout, absolute with ``/``; empty outside CI."""
    if environment.get("GITHUB_ACTIONS") == "true":
        root = environment.get("GITHUB_WORKSPACE", "")
    elif environment.get("GITLAB_CI") == "true":
        root = environment.get("CI_PROJECT_DIR", "")
    else:
        root = ""
    return root.replace("\\", "/")

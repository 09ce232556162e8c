"""How to get a browser that draws pictures, on each system."""

COMMANDS = {
    "Debian, Ubuntu": "sudo apt-get install chromium",
    "Fedora, Red Hat": "sudo dnf install chromium",
    "macOS": "brew install --cask google-chrome",
    "Windows": "winget install Google.Chrome",
}
"""System -> the command. On Windows, Edge is there as a rule."""
ANYWHERE = "kaleido_get_chrome"
"""Brings a browser into the folder of the program; it needs no administrator."""
ADVICE = (
    "Pictures are drawn by a browser, and none was found on this machine. Install Google Chrome, "
    f"Microsoft Edge or Chromium ({'; '.join(f'{s}: “{c}”' for s, c in COMMANDS.items())}), or "
    f"without an administrator run “{ANYWHERE}” once beside this program, and make the pack "
    "again. Until then it holds the findings and the tables."
)

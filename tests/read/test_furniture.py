"""What pages print around an article goes; sentences that use the same words stay."""

from __future__ import annotations

import pytest

from graph.read.furniture import is_furniture, opens_list

FURNITURE = """
Advertisement
ADVERTISEMENT
- Advertisement -
Advertisement · Scroll to continue
Article continues after ad
Sponsored content
Skip to main content
Menu
Home | World | Contact
Back to top
Share this article
Share this story on Facebook
Share on WhatsApp
Facebook Twitter WhatsApp Email
Copy link
Link copied!
Sign up for our newsletter
Sign up to our daily briefing, free in your inbox every morning.
Subscribe now
Get the latest news in our newsletter.
Enter your email address
Follow us on Telegram
Follow Example Herald on Facebook
Join our WhatsApp channel
Download our app
We use cookies to improve your experience.
This website uses cookies.
By continuing to browse you accept our use of cookies.
Accept all
Manage cookies
Privacy policy | Terms of use | Contact us
© 2024 Example Herald. All rights reserved.
Copyright 2024 Example Herald
All rights reserved.
Photo: Maria Lindqvist/Example Agency
Image: Example Agency
Maria Lindqvist/Getty Images
LifeInternational1 min read
4-minute read
Reading time: 3 minutes
2 hours ago
Last updated: 5 March 2024, 10:14 GMT
Related: Who holds the bridge at Kharsk?
Read more: Rebels take a second town
READ ALSO | Army denies it fired
""".strip().splitlines()

SENTENCES = """
The advertisement was withdrawn, the ministry said.
An advertisement in the paper called for volunteers.
Advertisement revenue paid for the militia, according to the report.
Share prices fell after the strike.
Share this, the commander told his men.
Subscribe to no illusions: the war goes on.
Sign up for the army, the posters said.
Follow us on Telegram, the group told its supporters.
Like our brothers, we fight on the hill.
By signing the terms of surrender, the garrison ended the siege.
By using drones the army accepts fewer losses.
Support for independent journalism has collapsed in Kharsk.
Register of missing people grows daily.
Sponsored by a foreign state, the militia fought on.
Published in 2019, the report blamed both armies.
Images, since verified, show a burning bridge.
Photo: the mayor said that 40 people had died.
Pictures: troops withdrew from the town on Monday night.
Copyright law does not cover intercepted calls.
Related: the army said it had not fired.
Read more about the siege in the report published on Monday.
Watch-keepers on the bridge saw no ship.
More than 40 people died.
Comments by the minister were reported two hours ago.
Cookies were handed to the soldiers.
Two hours ago the shelling stopped.
Telegram.
""".strip().splitlines()

HEADINGS = """
READ MORE ARTICLES ON
Read more about Kharsk
Related stories
Most read
More from Example Herald
You may also like
Recommended for you
Topics
Comments (12)
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_never_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert not opens_list(line)


@pytest.mark.parametrize("line", HEADINGS)
def test_a_heading_of_a_link_list_is_told(line: str) -> None:
    assert opens_list(line)


def test_a_paragraph_is_never_furniture_whatever_it_starts_with() -> None:
    assert not is_furniture("We use cookies " + "and more cookies " * 30)

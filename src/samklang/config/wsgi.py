"""The WSGI entry point. Which settings: DJANGO_SETTINGS_MODULE, production unless said."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings.production")

application = get_wsgi_application()

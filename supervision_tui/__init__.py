"""Tools that help social workers think well together about families.

The packages stand on floors (see CONTRIBUTING.md): each imports only from floors below its own. Importing this
package, or any package but :mod:`supervision_tui.tui`, never imports Textual.
"""

__version__ = "0.1.0"

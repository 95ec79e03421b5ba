"""Questions on their way into the catalog, behind the answers (webapp/write_behind.py)."""

from datetime import date

from catalog import questions
from catalog.database import Catalog
from catalog.folder import DataFolder
from catalog.questions import Question
from webapp.write_behind import WriteBehind


class QuestionLog:
    """Takes questions at any time, and writes them when it can; keeps them for some days, for none where that is 0."""

    def __init__(self, folder: DataFolder, days: int) -> None:
        self.folder, self.days = folder, days
        self._behind = WriteBehind[Question](folder, "questions", self._keep)

    def put(self, asked: Question) -> None:
        """Take a question; one for which there is no room is lost."""
        if self.days:
            self._behind.put(asked)

    def close(self) -> None:
        """Write what is left and take no more."""
        self._behind.close()

    def _keep(self, catalog: Catalog, asked: list[Question]) -> None:
        questions.keep(catalog, asked, days=self.days, today=date.today())

"""What people read for a print job."""

from typing import Final

from domain.print_jobs.state import PrintJobStage
from domain.titles import Title
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PrintJobStage},
    events={
        "InstrumentQueued": Title("文书已列入打印", "Paper queued for printing"),
        "InstrumentPrinted": Title("文书已打印", "Paper printed"),
        "InstrumentLeftUnprinted": Title("文书不再打印", "Paper left unprinted"),
    },
    fields={
        "case": Title("案件", "case"),
        "ground": Title("不打印的原因", "why it is not printed"),
        "kind": Title("文书种类", "kind of paper"),
        "office": Title("打印单位", "printed at"),
        "officer": Title("经办工号", "officer"),
        "times": Title("打印次数", "times printed"),
        "version": Title("事件序号", "version of the event"),
    },
    commands={
        "QueueInstrument": Title("列入打印", "Queue for printing"),
        "RecordPrinting": Title("登记打印", "Record the printing"),
        "LeaveUnprinted": Title("不再打印", "Leave unprinted"),
    },
)

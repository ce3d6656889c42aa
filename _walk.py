import sys,time
from collections import Counter
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.property.test_life_of_a_case import LifeOfACase
seen=Counter()
class L(LifeOfACase):
    def happened(self,event,by):
        seen[type(event).__name__]+=1
        super().happened(event,by)
t=time.time()
try:
    run_state_machine_as_test(L,settings=settings(max_examples=int(sys.argv[1]),stateful_step_count=int(sys.argv[2]),deadline=None,database=None))
finally:
    from typing import get_args
    from domain.case.events import CaseEvent
    print(time.time()-t, len(seen)); print(seen.most_common())
    print({c.__name__ for c in get_args(CaseEvent)}-set(seen))

-- Walks through prepared rows: thread n of T takes the rows n, n + T, n + 2T, …
-- ROWS, FIRST, COUNT, THREADS and PIECES stand above this text.

local threads = 0

function setup(thread)
  thread:set("offset", threads)
  threads = threads + 1
end

local requests = {}
local served = 0

function init(args)
  local number = 0
  for line in io.lines(ROWS) do
    if number >= FIRST + COUNT then break end
    if number >= FIRST and (number - FIRST) % THREADS == offset then
      local id_no, plate_no, vin, engine_no = line:match("^(.-)\t(.-)\t(.-)\t(.-)$")
      requests[#requests + 1] = {
        string.format("bench-%06d", number), id_no, plate_no, vin, engine_no
      }
    end
    number = number + 1
  end
end

function request()
  served = served + 1
  local row = requests[served]
  if not row then
    return "GET /rows-used-up HTTP/1.1\r\nHost: localhost\r\n\r\n"
  end
  return PIECES[1] .. row[1] .. PIECES[2] .. row[2] .. PIECES[3] .. row[3]
    .. PIECES[4] .. row[4] .. PIECES[5] .. row[5] .. PIECES[6]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"status":%d,"broken":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
